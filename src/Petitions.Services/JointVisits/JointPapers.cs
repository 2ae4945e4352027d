using System.Globalization;
using Petitions.Data.Facts;
using Petitions.Domain.Clocks;
using Petitions.Domain.JointVisits;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Domain.Petitions.Documents;
using Petitions.Domain.Receptions;
using Petitions.Services.Clocks;
using Petitions.Services.Notices;
using Petitions.Services.Petitions.Documents;
using Petitions.Services.Reference;

namespace Petitions.Services.JointVisits;

/// <summary>Numbered papers of a joint visit (issue 5, item 6): the notice to each petitioner, and the minutes with the list of measures. The caller saves.</summary>
public sealed class JointPapers(DocumentIssuer issuer, NoticeOutbox outbox, ReferenceCatalog reference, ClockCatalog clocks, FactLog log)
{
    private const string Notice = "JointVisitNotice";
    private const string Minutes = "JointVisitMinutes";
    private const string NoticeOff = "joint.off";
    private const string BringRule = "JOINT_BRING_2D";

    /// <summary>By when papers are to be there, counted back from the day of the table.</summary>
    public DateOnly? DueBefore(DateOnly? day) => day is { } table ? clocks.DueOf(BringRule, table)?.Due : null;

    public async Task NoticeAsync(JointVisit visit, Petition petition, Actor actor, CancellationToken ct)
    {
        var fields = new Dictionary<string, string>
        {
            ["to"] = NameOf(petition),
            ["when"] = When(visit),
            ["place"] = PlaceWords(visit, visit.Seats.FirstOrDefault(seat => seat.Kind == SeatKind.Petitioner)),
            ["purpose"] = visit.Purpose ?? "",
            ["organs"] = Lines(visit.Seats.Where(seat => seat.IsOrgan).Select(seat => seat.Organ!).Distinct()),
            ["agent"] = visit.Seats.FirstOrDefault(seat => seat.Kind == SeatKind.Agent)?.PersonName ?? "",
            ["interpreter"] = visit.Seats.FirstOrDefault(seat => seat.Kind == SeatKind.Interpreter)?.PersonName ?? "",
        };
        await IssueAsync(petition, Notice, fields, actor, ct);
    }

    /// <summary>It is postponed or called off, with the reason.</summary>
    public void TellOff(JointVisit visit, Petition petition) =>
        outbox.TellPetitioner(petition, NoticeOff, $"joint/{visit.Id:N}/off/{visit.Version}", new Dictionary<string, string> { ["when"] = When(visit), ["reason"] = visit.EndReason ?? "" });

    public async Task MinutesAsync(JointVisit visit, MinutesText text, IReadOnlyList<JointSignature> signatures, Petition petition, Actor actor, CancellationToken ct) =>
        await IssueAsync(petition, Minutes, MinutesFields(visit, text, signatures, petition), actor, ct);

    /// <summary>The minutes as they would be issued now, without a number: to be read back and signed on paper.</summary>
    public async Task<Paper> DraftAsync(JointVisit visit, MinutesText text, IReadOnlyList<JointSignature> signatures, Petition petition, DateOnly today, CancellationToken ct)
    {
        var title = reference.Label("DocumentType", Minutes, "zh-Hans");
        var draft = new NewDocument { PetitionId = petition.Id, OfficeId = petition.OfficeId, Type = Minutes, Title = title, ToPetitioner = true, EncryptedFields = "" };
        var template = await issuer.TemplateOfAsync(petition, Minutes, today, ct);
        return PaperComposer.Compose(Minutes, title, template?.Text, issuer.Complete(petition, draft, MinutesFields(visit, text, signatures, petition), today));
    }

    /// <summary>What the minutes hold: attendance as frozen when the sitting ended, never as it is edited later (journey J8 f).</summary>
    public Dictionary<string, string> MinutesFields(JointVisit visit, MinutesText text, IReadOnlyList<JointSignature> signatures, Petition petition)
    {
        var attendance = visit.Attendance;
        var several = attendance.Select(line => line.Place).Distinct().Count() > 1;
        string Seated(AttendanceLine line) => several && line.Place is { } place ? Within(Who(line), place) : Who(line);
        string Organ(Guid? seat) => attendance.FirstOrDefault(line => line.SeatId == seat) is { } line ? Who(line) : "";
        return new Dictionary<string, string>
        {
            ["to"] = NameOf(petition),
            ["when"] = When(visit),
            ["place"] = Lines(attendance.Select(line => line.Place).OfType<string>().Distinct()),
            ["chair"] = attendance.FirstOrDefault(line => line.Role == SeatRole.Host)?.Person ?? "",
            ["recorder"] = attendance.FirstOrDefault(line => line.Role == SeatRole.Record)?.Person ?? "",
            ["purpose"] = visit.Purpose ?? "",
            ["present"] = Lines(attendance.Where(line => line.Presence == SeatPresence.Present).Select(Seated)),
            ["absent"] = Lines(attendance.Where(line => line.Presence == SeatPresence.Absent).Select(line => With(Who(line), line.Reason))),
            ["opening"] = Parts(text, ParagraphKind.Opening),
            ["claim"] = Parts(text, ParagraphKind.PetitionerWords),
            ["views"] = Lines(text.Paragraphs.Where(each => each.Kind == ParagraphKind.View && each.Text.Length > 0).OrderBy(each => each.Position).Select(each => With(Organ(each.SeatId), each.Text))),
            ["discussion"] = Parts(text, ParagraphKind.Discussion),
            ["measures"] = Lines(text.Measures.OrderBy(each => each.Number).Select(each =>
                Measure(each, Organ(each.SeatId)))),
            ["answer"] = Parts(text, ParagraphKind.PetitionerAnswer),
            ["signatures"] = Lines(signatures.Where(each => each.Round == visit.Round).OrderBy(each => each.At).Select(each => Signed(each))),
        };
    }

    internal static string When(JointVisit visit) => visit.StartsAt is not { } from || visit.EndsAt is not { } to ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{PaperComposer.Written(visit.Day!.Value)} {ChinaTime.LocalOf(from):HH:mm}\u2014{ChinaTime.LocalOf(to):HH:mm}");

    /// <summary>Where somebody sits, with how to join where it is no room of this office.</summary>
    internal static string PlaceWords(JointVisit visit, JointSeat? seat)
    {
        var place = visit.PlaceOf(seat);
        return place is { RoomId: null } && visit.LinkOf(place) is { } link ? Within(place.Name, link) : place?.Name ?? "";
    }

    private string Who(AttendanceLine line) => string.Join(' ', new[]
    {
        line.Organ ?? (line.Kind is SeatKind.Petitioner or SeatKind.Agent ? reference.Label("RelationToMatter", line.Kind.ToString(), "zh-Hans") : null),
        line.Person,
    }.Where(part => !string.IsNullOrEmpty(part)));

    // Full-width punctuation, as Chinese papers write it.
    private static string With(string head, string? text) => $"{head}\uff1a{text}";

    private static string Within(string head, string inner) => $"{head}\uff08{inner}\uff09";

    private static string Measure(JointMeasure measure, string owner) =>
        string.Create(CultureInfo.InvariantCulture, $"{measure.Number}. {measure.Text}\uff08{owner}\uff0c{PaperComposer.Written(measure.DueOn)}\uff1b{measure.ProofWanted}\uff09");

    private static string Signed(JointSignature signature) => signature.Way == SignatureWay.Refused
        ? With($"{signature.SignerName} \u62d2\u7edd\u7b7e\u540d", signature.Note)
        : signature.Note is { } note ? With(signature.SignerName, note) : signature.SignerName;

    private static string NameOf(Petition petition) => petition.Parties.FirstOrDefault(party => party.Relation == "Petitioner")?.Name ?? "";

    private static string Parts(MinutesText text, ParagraphKind kind) => Lines(text.Paragraphs.Where(each => each.Kind == kind && each.Text.Length > 0).OrderBy(each => each.Position).Select(each => each.Text));

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    private async Task IssueAsync(Petition petition, string type, Dictionary<string, string> fields, Actor actor, CancellationToken ct)
    {
        var paper = await issuer.IssueAsync(petition, type, fields, actor, ct);
        petition.Touch();
        log.Record(actor, paper.Fact);
        outbox.TellPetitioner(petition, type, $"{type}/{paper.Document.Id:N}", fields, paper.Document.Id);
    }
}
