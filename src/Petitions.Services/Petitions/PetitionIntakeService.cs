using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Data.Petitions;
using Petitions.Domain;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Clocks;
using Petitions.Services.Notices;

namespace Petitions.Services.Petitions;

/// <summary>
/// Takes a petition in: registers it with its parties and respondents, and hands out the receipt. One form makes one
/// matter, however often and at how many nodes it is sent.
/// </summary>
public sealed class PetitionIntakeService(
    PetitionsDbContext db, PetitionRecorder recorder, PetitionParties parties, ReceivingOffice receiving, FilingRules rules,
    NoticeOutbox outbox, ClockCatalog clocks, KeyRing keys, TimeProvider clock)
{
    private const int NumberTries = 3;

    // What is saved along may lose races of its own: the next ticket, the day.
    private const int TriesTogether = 40;
    private static readonly string[] PromisedReplies = ["PROC_REPLY_7D", "RESULT_REPLY_3M"];

    /// <summary>
    /// Registers the matter and returns its receipt after the commit. A key used before returns the first receipt, with
    /// the query code for 24 hours; the content must be the same.
    /// </summary>
    /// <exception cref="RuleBrokenException">When the reference data do not allow the filing.</exception>
    public Task<Receipt> FileAsync(FilePetition request, Actor actor, CancellationToken ct) => FileAsync(request, null, actor, ct);

    /// <summary>The same, with rows and facts of the caller in the same save: a visit, a call, a letter. Each try asks for them anew.</summary>
    public async Task<Receipt> FileAsync(FilePetition request, Func<Petition, CancellationToken, Task<IReadOnlyList<Fact>>>? together, Actor actor, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await FileOnceAsync(request, together, actor, ct);
            }
            catch (DbUpdateException) when (attempt <= (together is null ? NumberTries : TriesTogether))
            {
                // Either this form was filed already (its key is taken) or the random number was: both are unique indexes.
                db.ChangeTracker.Clear();
                if (await FindAsync(request.SubmissionKey, ct) is { } earlier)
                {
                    Rule.Require(IsSameContent(request, earlier.Petition), "petition.submission-key");
                    return Of(earlier.Petition, earlier.Submission, repeated: true);
                }
            }
        }
    }

    /// <summary>The receipt of a form filed before, or null. Whoever holds the random key holds the receipt.</summary>
    public async Task<Receipt?> ReceiptAsync(Guid submissionKey, CancellationToken ct) =>
        await FindAsync(submissionKey, ct) is { } earlier ? Of(earlier.Petition, earlier.Submission, repeated: true) : null;

    private async Task<Receipt> FileOnceAsync(FilePetition request, Func<Petition, CancellationToken, Task<IReadOnlyList<Fact>>>? together, Actor actor, CancellationToken ct)
    {
        rules.Check(request);
        var (office, respondents) = await receiving.FindAsync(request, ct);
        var now = clock.GetUtcNow().UtcDateTime;
        var (petition, facts) = Petition.Receive(new NewPetition
        {
            Number = PetitionNumber.New(office.PublicPrefix),
            OfficeId = office.Id,
            ServicePointId = request.ServicePointId,
            ReceivedOn = request.ReceivedOn,
            PostmarkOn = request.PostmarkOn,
            Urgency = request.Urgency,
            Channel = request.Channel,
            Language = request.Language,
            Category = request.Category,
            SubCategory = request.SubCategory,
            Confidentiality = FilingRules.IsReport(request.Category) ? "ReportMaterial" : "Normal",
            IsProcuratorateRelated = rules.ConcernsProcuratorate(request.SubCategory) || respondents.Any(r => r.OfficeId is not null),
            IdentityMode = request.IdentityMode,
            SpecialNeeds = request.SpecialNeeds,
            AreaCode = request.AreaCode,
            Title = TitleOf(request),
            Text = TextLength.Lines(request.Text),
            Request = TextLength.Lines(request.Request),
            ReceiptSalt = RandomNumberGenerator.GetBytes(FiledContent.SaltLength),
            QueryCodeHash = QueryCode.Derive(keys.CodeKey, request.SubmissionKey).Hash(keys.CodeKey),
            RegisteredBy = actor.StaffId,
            Parties = parties.Of(request),
            Respondents = respondents,
            Files = request.Files,
        }, now);
        var submission = Submission.Of(request.SubmissionKey, petition);
        db.Petitions.Add(petition);
        db.Submissions.Add(submission);
        outbox.TellPetitioner(petition, "petition.received", "received", new Dictionary<string, string>
        {
            ["number"] = petition.Number,
            ["office"] = office.NameZh,
            ["officeEn"] = office.NameEn,
            ["phone"] = office.Phone ?? "",
        });
        IReadOnlyList<Fact> more = together is null ? [] : await together(petition, ct);
        await recorder.SaveAsync(petition, actor, [.. facts, .. more], ct);
        return Of(petition, submission, repeated: false);
    }

    private async Task<(Petition Petition, Submission Submission)?> FindAsync(Guid key, CancellationToken ct)
    {
        var submission = await db.Submissions.AsNoTracking().SingleOrDefaultAsync(s => s.Key == key, ct);
        return submission is null
            ? null
            : (await db.Petitions.VisibleTo(Actor.Citizen(submission.PetitionId)).AsNoTracking().AsSplitQuery().Include(p => p.Respondents).Include(p => p.Attachments).SingleAsync(ct), submission);
    }

    private Receipt Of(Petition petition, Submission submission, bool repeated) => new()
    {
        Number = petition.Number,
        QueryCode = CodeOf(petition, submission)?.ToString(),
        ReceivedAt = petition.ReceivedAt,
        OfficeId = petition.OfficeId,
        ReceiptHash = petition.ReceiptHash,
        Salt = Convert.ToHexStringLower(petition.ReceiptSalt),
        Category = petition.Category,
        Anonymous = !rules.IsNamed(petition.IdentityMode),
        DueDates = rules.IsNamed(petition.IdentityMode) ? DueDates(petition.ReceivedOn) : [],
        Repeated = repeated,
    };

    /// <summary>The code of the form, for a day and while no other took its place at the desk.</summary>
    private QueryCode? CodeOf(Petition petition, Submission submission)
    {
        var code = QueryCode.Derive(keys.CodeKey, submission.Key);
        return submission.ShowsCode(clock.GetUtcNow().UtcDateTime) && code.Hash(keys.CodeKey).SequenceEqual(petition.QueryCodeHash) ? code : null;
    }

    private IReadOnlyList<ReceiptDate> DueDates(DateOnly receivedOn) =>
        [.. PromisedReplies.Select(rule => (rule, Due: clocks.DueOf(rule, receivedOn)))
            .Where(pair => pair.Due is not null)
            .Select(pair => new ReceiptDate(pair.rule, pair.Due!.Due, pair.Due.ProvisionalCalendar))];

    /// <summary>The same key with other words is somebody else's key or a mistake: it must not show the first receipt.</summary>
    private static bool IsSameContent(FilePetition request, Petition filed) =>
        filed.Content with
        {
            Title = TitleOf(request),
            Text = TextLength.Lines(request.Text).Trim(),
            Request = TextLength.Lines(request.Request).Trim(),
            Respondents = [.. request.Respondents.Select(r => r.Name.Trim()).Order(StringComparer.Ordinal)],
            Files = [.. request.Files.Select(file => file.Sha256).Order(StringComparer.Ordinal)],
        } is { } again && again.Hash(filed.ReceiptSalt) == filed.ReceiptHash;

    private static string TitleOf(FilePetition request)
    {
        const int Max = 50;
        if (!string.IsNullOrWhiteSpace(request.Title))
        {
            return request.Title.Trim();
        }

        var line = TextLength.Lines(request.Request).Trim().Split('\n')[0].Trim();
        var elements = new System.Globalization.StringInfo(line);
        var title = elements.LengthInTextElements <= Max ? line : elements.SubstringByTextElements(0, Max) + "\u2026";
        return TextLength.CodePoints(title) <= Petition.TitleMax ? title : string.Concat(title.EnumerateRunes().Take(Petition.TitleMax));
    }
}
