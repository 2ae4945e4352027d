using Petitions.Domain.AccountabilityReviews;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>One review with what the person may do: whole, or its cover to whoever does not read it.</summary>
public sealed record ReviewSheet
{
    public required AccountabilityReview Review { get; init; }

    public required string Number { get; init; }

    public required DateTime ReceivedAt { get; init; }

    public required IReadOnlyDictionary<Guid, string> Names { get; init; }

    /// <summary>Whether he reads what stands in it; others see that there is one: number, state, body, who investigates.</summary>
    public required bool MayRead { get; init; }

    public required bool ShowsTriggers { get; init; }

    /// <summary>The officers under review he may know of.</summary>
    public required IReadOnlyList<ReviewedOfficer> Officers { get; init; }

    /// <summary>Clocks for which more time may still be asked.</summary>
    public required IReadOnlySet<Guid> Extendable { get; init; }

    public required ChecklistSheet? Checklist { get; init; }

    public required IReadOnlyList<ReviewClock> Clocks { get; init; }

    public required IReadOnlyList<ReviewPaperLine> Papers { get; init; }

    /// <summary>Who may be appointed: what the conflict guard says of each is said when he is chosen.</summary>
    public required IReadOnlyList<StaffName> Candidates { get; init; }

    /// <summary>Members of staff with a fact on the case: whose work a finding may be about.</summary>
    public required IReadOnlyList<StaffName> Actors { get; init; }

    public required bool MayOpen { get; init; }

    public required bool IsMember { get; init; }

    public required bool MayDecide { get; init; }

    public string Name(Guid? id) => id is { } known ? Names.GetValueOrDefault(known) ?? "" : "";
}
