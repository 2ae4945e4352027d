using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain;
using Petitions.Domain.JointVisits;
using Petitions.Domain.Offices;
using Petitions.Services.Petitions.Documents;

namespace Petitions.Services.JointVisits;

/// <summary>
/// The live minutes (联合接访纪要): several write at once, each his paragraph; read back, signed, confirmed. With the
/// confirmation the measures are agreed and every petitioner gets the numbered minutes.
/// </summary>
public sealed class JointMinutesService(PetitionsDbContext db, JointVisitAccess access, JointPapers papers, JointMeasureService measures, ConflictRetry retry, FactLog log, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>One more paragraph of the discussion, or of what the petitioner says.</summary>
    /// <exception cref="RuleBrokenException">joint.wrong-state, joint.minutes-signed, joint.paragraph-kind, joint.paragraphs-most.</exception>
    public async Task AddAsync(Guid id, ParagraphKind kind, Guid? seatId, Actor actor, CancellationToken ct)
    {
        var visit = await access.AtTableAsync(id, actor, ct);
        visit.RequireWritable();
        Rule.Require(seatId is null || visit.Seats.Any(seat => seat.Id == seatId && seat.IsOrgan), "joint.paragraph-kind");
        var text = await access.TextAsync(id, ct);
        Rule.Require(text.Paragraphs.Count < MinutesParagraph.Most, "joint.paragraphs-most");
        db.MinutesParagraphs.Add(MinutesParagraph.Of(id, kind, seatId, text.Paragraphs.Count == 0 ? 1 : text.Paragraphs.Max(each => each.Position) + 1, Now));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Holds a paragraph for whoever writes it.</summary>
    /// <exception cref="RuleBrokenException">joint.paragraph-locked, joint.minutes-signed.</exception>
    public Task TakeAsync(Guid id, Guid paragraphId, Actor actor, CancellationToken ct) => ParagraphAsync(id, paragraphId, paragraph => paragraph.Take(actor.StaffId!.Value, Now), actor, ct);

    /// <exception cref="RuleBrokenException">joint.paragraph-locked, joint.paragraph-overtaken, joint.paragraph-text, joint.minutes-signed.</exception>
    public Task WriteAsync(Guid id, Guid paragraphId, string? text, int seen, Actor actor, CancellationToken ct) =>
        ParagraphAsync(id, paragraphId, paragraph => paragraph.Write(TextLength.Lines(text ?? ""), seen, actor.StaffId!.Value, Now), actor, ct);

    public Task LetGoAsync(Guid id, Guid paragraphId, Actor actor, CancellationToken ct) => ParagraphAsync(id, paragraphId, paragraph => paragraph.LetGo(actor.StaffId!.Value), actor, ct);

    /// <summary>Takes the signature of one of those who are to sign.</summary>
    /// <exception cref="RuleBrokenException">joint.minutes-changed, joint.views, joint.words, joint.answer, joint.not-a-signer, joint.signed-already, joint.sign-*.</exception>
    public async Task SignAsync(Guid id, Guid seatId, JointSigning signing, Actor actor, CancellationToken ct)
    {
        var visit = await access.AtTableAsync(id, actor, ct);
        var signature = visit.Sign(await access.TextAsync(id, ct), seatId, signing, await access.SignaturesAsync(id, ct), actor.StaffId!.Value, Now);
        db.JointSignatures.Add(signature);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Somebody wants a word changed after he signed: all sign the next reading.</summary>
    /// <exception cref="RuleBrokenException">joint.wrong-state, joint.not-signed.</exception>
    public async Task ReopenAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var visit = await access.ToCallAsync(id, actor, ct);
        visit.ReopenMinutes();
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Seed feature 22: confirmed only when each participant has a view or is absent with a reason, and all signed.</summary>
    /// <exception cref="RuleBrokenException">joint.views, joint.words, joint.answer, joint.not-signed, joint.signatures, joint.minutes-changed.</exception>
    public Task ConfirmAsync(Guid id, Actor actor, CancellationToken ct) => retry.RunAsync(async () =>
    {
        var visit = await access.ToCallAsync(id, actor, ct);
        var text = await access.TextAsync(id, ct);
        var signatures = await access.SignaturesAsync(id, ct);
        log.Record(actor, visit.ConfirmMinutes(text, signatures, Now));
        await measures.AgreeAsync(visit, text.Measures, actor, ct);
        var matters = await access.MattersAsync(visit, ct);
        foreach (var petition in matters)
        {
            await papers.MinutesAsync(visit, text, signatures, petition, matters, actor, ct);
        }

        await db.SaveChangesAsync(ct);
    });

    private async Task ParagraphAsync(Guid id, Guid paragraphId, Action<MinutesParagraph> act, Actor actor, CancellationToken ct)
    {
        var visit = await access.AtTableAsync(id, actor, ct);
        visit.RequireWritable();
        var paragraph = (await access.TextAsync(id, ct)).Paragraphs.FirstOrDefault(each => each.Id == paragraphId) ?? throw new NotFoundException();
        act(paragraph);
        await db.SaveChangesAsync(ct);
    }
}
