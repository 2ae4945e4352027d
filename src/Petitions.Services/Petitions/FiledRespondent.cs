using Petitions.Domain.People;

namespace Petitions.Services.Petitions;

/// <summary>Who is complained of, as typed; a code where the petitioner chose the unit from the list.</summary>
public sealed record FiledRespondent
{
    public required RespondentKind Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>Code of an office or of a department.</summary>
    public string? UnitCode { get; init; }
}
