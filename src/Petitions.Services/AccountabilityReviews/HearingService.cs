using Petitions.Domain;
using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>What an investigator writes down of the hearing: a statement on paper, or that none came in time (journey J9 step 5).</summary>
public sealed class HearingService(ReviewAccess access, ReviewRecorder recorder, ReviewClocks clocks, TimeProvider clock)
{
    /// <summary>That there is none is written down after the officer's days alone; before them only he himself can decline.</summary>
    /// <exception cref="RuleBrokenException">review.not-a-member, review.wrong-state, review.statement, review.statement-time, review.reason, review.officer-stage.</exception>
    public async Task HearAsync(Guid id, Guid officerId, bool stated, string? text, Actor actor, CancellationToken ct)
    {
        var review = await access.LoadForMemberAsync(id, actor, ct);
        text = TextLength.Lines(text ?? "");
        var until = stated ? null : await clocks.WindowAsync(officerId, nameof(OfficerStatementRefused), ct);
        Fact fact = stated ? review.Hear(officerId, text, Now) : review.NoneCame(officerId, text, until, actor.StaffId!.Value, Now);
        await recorder.SaveAsync(review, actor, [fact], ct);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}
