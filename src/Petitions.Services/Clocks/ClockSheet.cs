using Petitions.Domain.Clocks;

namespace Petitions.Services.Clocks;

/// <summary>One clock of a matter, as its page shows it.</summary>
public sealed record ClockSheet
{
    public required Guid Id { get; init; }

    public required Guid PetitionId { get; init; }

    public required string Number { get; init; }

    public required string RuleZh { get; init; }

    public required string RuleEn { get; init; }

    /// <summary>The article the limit comes from, as the rule names it.</summary>
    public required string LegalBasis { get; init; }

    /// <summary>Codes of list PauseReason the rule allows.</summary>
    public required IReadOnlyList<string> PauseReasons { get; init; }

    /// <summary>The most that may be granted, in <see cref="ExtensionUnit"/>.</summary>
    public required int? ExtensionAmount { get; init; }

    public required ClockUnit? ExtensionUnit { get; init; }

    public required DateOnly StartOn { get; init; }

    public required DateOnly DueOn { get; init; }

    public required ClockState State { get; init; }

    /// <summary>Days late as of today, or as it was met.</summary>
    public required int LateDays { get; init; }

    public required bool Provisional { get; init; }

    public required IReadOnlyList<(DateOnly From, DateOnly? Restart, string ReasonCode)> Pauses { get; init; }

    public required IReadOnlyList<(int Amount, ClockUnit Unit, DateOnly OldDueOn, DateOnly GrantedOn, string Reason)> Extensions { get; init; }

    /// <summary>A pause or an extension waits for a second person.</summary>
    public required bool Waiting { get; init; }

    public required bool MayPause { get; init; }

    public required bool MayResume { get; init; }

    public required bool MayExtend { get; init; }
}
