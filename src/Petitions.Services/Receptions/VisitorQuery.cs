namespace Petitions.Services.Receptions;

/// <summary>What a look-up at the desk was made by.</summary>
public enum VisitorQuery
{
    Nothing,
    IdNumber,
    Phone,
    Name,
}
