namespace Petitions.Domain.Clocks;

/// <summary>What a rule may ask about a matter. Codes are those of the reference data.</summary>
public sealed record ClockSubject
{
    public string? Category { get; init; }

    public string? SubCategory { get; init; }

    /// <summary>Code of list IntakeChannel.</summary>
    public string? Channel { get; init; }

    public string? IdentityMode { get; init; }

    public string? Urgency { get; init; }

    /// <summary>Null until screening has set it.</summary>
    public string? Track { get; init; }

    public IReadOnlyCollection<string> SpecialNeeds { get; init; } = [];

    /// <summary>Codes of list RuleCondition that hold.</summary>
    public IReadOnlyCollection<string> Conditions { get; init; } = [];

    /// <summary>Codes of list ExemptReason recorded on the matter.</summary>
    public IReadOnlyCollection<string> ExemptReasons { get; init; } = [];

    /// <summary>Codes of any other list, written List.Code (ReceptionForm.Named, VisitKind.Group, Role.DeputyChief).</summary>
    public IReadOnlyCollection<string> OtherCodes { get; init; } = [];

    public bool InCustody => SpecialNeeds.Contains("InCustody");

    internal bool Has(string list, string code) => list switch
    {
        "" => code == Category || code == SubCategory,
        "IntakeChannel" => code == Channel,
        "IdentityMode" => code == IdentityMode,
        "Urgency" => code == Urgency,
        "Track" => code == Track,
        "SpecialNeed" => SpecialNeeds.Contains(code),
        "RuleCondition" => Conditions.Contains(code),
        "ExemptReason" => IsExempt(code),
        _ => OtherCodes.Contains($"{list}.{code}"),
    };

    /// <summary>A parent reason covers its children; an anonymous petitioner is exempt without a recorded reason.</summary>
    internal bool IsExempt(string reason) =>
        ExemptReasons.Contains(reason)
        || (reason == "Anonymous" && IdentityMode == "Anonymous")
        || (reason == "Unreachable" && ExemptReasons.Any(r => r is "NoContact" or "WrongNumber" or "NoAnswer"));
}
