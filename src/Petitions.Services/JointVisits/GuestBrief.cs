using Petitions.Domain.JointVisits;

namespace Petitions.Services.JointVisits;

/// <summary>What an outside guest sees: one brief of one session, who sits there, and what the host shares. No matter, no number, no name of a petitioner.</summary>
public sealed record GuestBrief
{
    public required Guid OfficeId { get; init; }

    public required DateOnly? Day { get; init; }

    public required DateTime? StartsAt { get; init; }

    public required DateTime? EndsAt { get; init; }

    public required string? Place { get; init; }

    public required string? VideoLink { get; init; }

    public required string Brief { get; init; }

    public required string? Organ { get; init; }

    public required string? Person { get; init; }

    public required bool Accepted { get; init; }

    public required string? Bring { get; init; }

    public required DateOnly? BringBy { get; init; }

    public required bool Brought { get; init; }

    /// <summary>The organs at the table.</summary>
    public required IReadOnlyList<string> Organs { get; init; }

    public required IReadOnlyList<JointPaperLine> Papers { get; init; }
}
