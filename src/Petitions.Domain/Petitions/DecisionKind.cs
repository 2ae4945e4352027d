namespace Petitions.Domain.Petitions;

/// <summary>Decisions of screening that need a second person.</summary>
public enum DecisionKind
{
    Refusal,
    Transfer,
}
