using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.FirstHandlers;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Domain.Petitions.Replies;
using Petitions.Services.Files.Attachments;
using Petitions.Services.Petitions.Documents;
using Petitions.Services.Petitions.Handling;
using Petitions.Services.Petitions.Joining;

namespace Petitions.Services.Petitions.CaseFiles;

/// <summary>
/// Puts the whole case together for paper, in the order of the archive (domain.md 2.8). It holds what the pages of the
/// matter show the same person and nothing more: report material, what goes to the petitioner by name, files and
/// transcripts are named but withheld from whoever may not read the text (security.md B1-B3).
/// </summary>
public sealed class CaseFileQueries(PetitionsDbContext db, CaseQueries cases, DocumentQueries documents, JoinedMatters joined, CaseFileTranscripts transcripts)
{
    /// <summary>What the read log calls it.</summary>
    public const string Read = "CaseFile";

    private static readonly string[] LeaderKinds = ["LeaderInChargeNamed", "LeaderCaseResolved", "LeaderInstructionGiven", "LeaderInstructionDone"];

    /// <exception cref="NotFoundException">Missing, not in reach, or walled.</exception>
    public async Task<CaseFile> OfAsync(string number, Actor actor, CancellationToken ct)
    {
        var sheet = await cases.SheetAsync(number, actor, ct);
        var head = await db.Petitions.VisibleTo(actor).AsNoTracking().Where(p => p.Id == sheet.Id)
            .Select(p => new { p.OfficeId, p.ClosedAt, p.RetentionClass }).SingleOrNotFoundAsync(ct);
        var items = new List<CaseFileItem>();
        items.AddRange(FromSheet(sheet));
        items.AddRange(await DocumentsAsync(sheet, actor, ct));
        items.AddRange(await transcripts.OfAsync(sheet.Id, MayRead(sheet), actor, ct));
        items.AddRange(await RecordsAsync(sheet, ct));
        items.AddRange(await FilesAsync(sheet, actor, ct));
        return new CaseFile
        {
            Sheet = sheet,
            OfficeId = head.OfficeId,
            ClosedAt = head.ClosedAt,
            RetentionClass = head.RetentionClass,
            Items = [.. items.OrderBy(item => item.Group).ThenBy(Rank).ThenBy(item => item.At).Select((item, at) => item with { Number = at + 1 })],
        };
    }

    private static bool MayRead(CaseSheet sheet) => sheet.Text is not null;

    // Within a part: the sheet before the papers, the petition before what was added to it.
    private static int Rank(CaseFileItem item) => item.Kind switch
    {
        CaseFileKind.RegistrationSheet or CaseFileKind.Petition => 0,
        CaseFileKind.Additions => 1,
        CaseFileKind.Joined => 2,
        CaseFileKind.Timeline => 9,
        _ => 5,
    };

    private static IEnumerable<CaseFileItem> FromSheet(CaseSheet sheet)
    {
        CaseFileItem Of(CaseFileGroup group, CaseFileKind kind, DateTime at, IEnumerable<CaseFileEntry>? entries = null) =>
            new() { Group = group, Kind = kind, At = at, Entries = [.. entries ?? []] };

        CaseFileItem[] Listed(CaseFileGroup group, CaseFileKind kind, IEnumerable<CaseFileEntry> entries) =>
            entries.ToList() is { Count: > 0 } lines ? [Of(group, kind, lines[0].At, lines)] : [];

        static IEnumerable<CaseFileEntry> Notes(CaseSheet sheet, bool checks) => sheet.Notes
            .Where(note => note.Kind == CaseNoteKind.Check == checks).Select(note => new CaseFileEntry(note.At, note.Kind.ToString(), note.Who, note.Text));

        return
        [
            .. Listed(CaseFileGroup.Instructions, CaseFileKind.Leaders, sheet.Timeline.Where(line => LeaderKinds.Contains(line.Event.Kind))
                .Select(line => new CaseFileEntry(line.Event.At, line.Event.Kind, line.Who, line.Event.Text ?? ""))),
            Of(CaseFileGroup.Registration, CaseFileKind.RegistrationSheet, sheet.ReceivedAt),
            Of(CaseFileGroup.Matter, CaseFileKind.Petition, sheet.ReceivedAt) with { Withheld = !MayRead(sheet) },
            .. Listed(CaseFileGroup.Matter, CaseFileKind.Additions, sheet.Additions.Select(addition => new CaseFileEntry(addition.At, "", null, addition.Text))),
            .. sheet.Joined.Count > 0 ? [Of(CaseFileGroup.Matter, CaseFileKind.Joined, sheet.Joined[0].ReceivedAt) with { Withheld = !MayRead(sheet) }] : Array.Empty<CaseFileItem>(),
            .. Listed(CaseFileGroup.Notes, CaseFileKind.Notes, Notes(sheet, checks: false)),
            .. sheet.Clocks.Count > 0 ? [Of(CaseFileGroup.Plan, CaseFileKind.Clocks, sheet.ReceivedAt)] : Array.Empty<CaseFileItem>(),
            .. Listed(CaseFileGroup.Evidence, CaseFileKind.Checks, Notes(sheet, checks: true)),
            .. sheet.Replies.Where(reply => reply.Kind == "Result" && reply.Rounds.Count > 0)
                .Select(reply => Of(CaseFileGroup.Report, CaseFileKind.Opinion, reply.Rounds[0].SubmittedAt) with { Reply = reply }),
            .. Listed(CaseFileGroup.Others, CaseFileKind.Timeline, sheet.Timeline.Select(line => new CaseFileEntry(line.Event.At, line.Event.Kind, line.Who, line.Event.Text ?? ""))),
        ];
    }

    private async Task<IEnumerable<CaseFileItem>> DocumentsAsync(CaseSheet sheet, Actor actor, CancellationToken ct)
    {
        var whole = MayRead(sheet) ? (await documents.WholeAsync(sheet.Number, actor, ct)).ToDictionary(document => document.Id) : [];
        return sheet.Documents.Select(line => new CaseFileItem
        {
            Group = line.Type switch
            {
                "FirstHandlingSheet" or "VisitRegistration" => CaseFileGroup.Registration,
                "FilingReceipt" => CaseFileGroup.Matter,
                "ServiceReceipt" => CaseFileGroup.Others,
                _ => CaseFileGroup.Decision,
            },
            Kind = CaseFileKind.Document,
            At = line.IssuedAt,
            Line = line,
            Document = whole.GetValueOrDefault(line.Id),
            Withheld = !whole.ContainsKey(line.Id),
        });
    }

    private async Task<IEnumerable<CaseFileItem>> FilesAsync(CaseSheet sheet, Actor actor, CancellationToken ct)
    {
        if (sheet.Files == 0)
        {
            return [];
        }

        var files = MayRead(sheet) ? await AttachmentQueries.LinesOf(db, joined, sheet.Id, actor).ToListAsync(ct) : [];
        return [new CaseFileItem { Group = CaseFileGroup.Evidence, Kind = CaseFileKind.Attachments, At = files.Count > 0 ? files[0].At : sheet.ReceivedAt, Files = files, Withheld = !MayRead(sheet) }];
    }

    /// <summary>Who held it, what was proposed and decided, what was sent and how it arrived.</summary>
    private async Task<IEnumerable<CaseFileItem>> RecordsAsync(CaseSheet sheet, CancellationToken ct)
    {
        var assignments = await db.Assignments.AsNoTracking().Where(a => a.PetitionId == sheet.Id).OrderBy(a => a.From).ThenBy(a => a.Id).ToListAsync(ct);
        var proposals = await db.DecisionProposals.AsNoTracking().Where(d => d.PetitionId == sheet.Id).OrderBy(d => d.ProposedAt).ThenBy(d => d.Id).ToListAsync(ct);
        var notices = await db.Notices.AsNoTracking().Where(n => n.PetitionId == sheet.Id && n.StaffId == null).OrderBy(n => n.CreatedAt).ThenBy(n => n.Id)
            .Select(n => new { n.Id, n.Channel, n.Subject, n.State, At = n.SentAt ?? n.CreatedAt }).ToListAsync(ct);
        var steps = await db.LetterSteps.AsNoTracking().Where(s => db.Notices.Any(n => n.Id == s.NoticeId && n.PetitionId == sheet.Id && n.StaffId == null))
            .OrderBy(s => s.At).ThenBy(s => s.Id).ToListAsync(ct);
        Guid?[] ids = [.. assignments.SelectMany(a => new[] { a.StaffId, a.DecidedBy }), .. proposals.SelectMany(d => new[] { d.ProposedBy, d.DecidedBy }), .. steps.Select(s => s.StaffId)];
        var people = ids.OfType<Guid>().Distinct().ToList();
        var names = await db.Staff.AsNoTracking().Where(s => people.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, ct);
        string? Name(Guid? id) => id is { } known ? names.GetValueOrDefault(known) : null;

        var held = assignments.Select(a => new CaseFileEntry(a.From, a.Kind.ToString(), Name(a.StaffId), a.Reason ?? "") { ResultAt = a.To, ResultBy = Name(a.DecidedBy) });
        var decided = proposals.Select(d => new CaseFileEntry(d.ProposedAt, d.Kind.ToString(), Name(d.ProposedBy), d.Reason)
        {
            Result = d.State.ToString(),
            ResultAt = d.DecidedAt,
            ResultBy = Name(d.DecidedBy),
            ResultText = d.DecisionReason,
        }).Concat(sheet.Replies.Where(reply => reply.Kind == "Result").SelectMany(reply => reply.Rounds).Select(round => new CaseFileEntry(round.SubmittedAt, "Reply", null, "")
        {
            Result = round.Approved switch { true => nameof(DecisionState.Approved), false => nameof(DecisionState.Returned), _ => nameof(DecisionState.Waiting) },
            ResultBy = round.DecidedBy,
            ResultText = round.DecisionReason,
        }));
        var sent = notices.SelectMany(n => steps.Where(s => s.NoticeId == n.Id).Select(s => new CaseFileEntry(s.At, n.Channel, Name(s.StaffId), n.Subject) { Result = s.State.ToString(), ResultText = s.Detail })
            .DefaultIfEmpty(new CaseFileEntry(n.At, n.Channel, null, n.Subject) { Result = n.State.ToString() }));
        return [.. Item(CaseFileGroup.Plan, CaseFileKind.Arrangements, held), .. Item(CaseFileGroup.Discussion, CaseFileKind.Proposals, decided), .. Item(CaseFileGroup.Others, CaseFileKind.Delivery, sent)];

        static CaseFileItem[] Item(CaseFileGroup group, CaseFileKind kind, IEnumerable<CaseFileEntry> entries) =>
            entries.OrderBy(entry => entry.At).ToList() is { Count: > 0 } lines ? [new CaseFileItem { Group = group, Kind = kind, At = lines[0].At, Entries = lines }] : [];
    }
}
