namespace Petitions.Domain.People;

/// <summary>How sure the office is who is meant. Only <see cref="Cleared"/> lifts the wall.</summary>
public enum RespondentStatus
{
    Suspected,
    Confirmed,
    Cleared,
}
