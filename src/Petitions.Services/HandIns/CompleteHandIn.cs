using Petitions.Domain.People;
using Petitions.Services.Petitions;

namespace Petitions.Services.HandIns;

/// <summary>What the intake desk adds to a hand-in; empty fields change nothing.</summary>
public sealed record CompleteHandIn
{
    public required FiledPerson Person { get; init; }

    /// <summary>List DeliveryWay.</summary>
    public required string NoticeWay { get; init; }

    public string? RespondentName { get; init; }

    public RespondentKind RespondentKind { get; init; }

    /// <summary>How the case note names the fields that were filled: IdNumber, Phone, Address.</summary>
    public required IReadOnlyDictionary<string, string> FieldNames { get; init; }

    public string Comma { get; init; } = ", ";

    /// <summary>What was asked back, for instance by telephone.</summary>
    public string? Addition { get; init; }
}
