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

/// <summary>
/// What petitioners get of a joint visit (issue 5, item 6): the numbered notice, the minutes with the list of measures, and word
/// of every change. None of it names another petitioner whose name is kept back. The caller saves.
/// </summary>
public sealed class JointPapers(DocumentIssuer issuer, NoticeOutbox outbox, ReferenceCatalog reference, ClockCatalog clocks, JointNames names, FactLog log)
{
    private const string Notice = "JointVisitNotice";
    private const string Minutes = "JointVisitMinutes";
    private const string NoticeOff = "joint.off";
    private const string NoticeDropped = "joint.dropped";
    private const string DoneNotice = "joint.measure-done";
    private const string FailedNotice = "joint.measure-failed";
    private const string BringRule = "JOINT_BRING_2D";

    /// <summary>By when papers are to be there, counted back from the day of the table.</summary>
    public DateOnly? DueBefore(DateOnly? day) => day is { } table ? clocks.DueOf(BringRule, table)?.Due : null;

    /// <param name="visit">The joint visit.</param>
    /// <param name="petition">Whose petitioner is told.</param>
    /// <param name="matters">All it hears, with their parties.</param>
    /// <param name="actor">Who tells.</param>
    /// <param name="ct">Cancels.</param>
    public async Task NoticeAsync(JointVisit visit, Petition petition, IReadOnlyList<Petition> matters, Actor actor, CancellationToken ct)
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
        await IssueAsync(petition, Notice, Fit(visit, fields, petition, matters), actor, ct);
    }

    /// <summary>It is postponed or called off, with the reason.</summary>
    public void TellOff(JointVisit visit, Petition petition, IReadOnlyList<Petition> matters) => outbox.TellPetitioner(petition, NoticeOff, $"joint/{visit.Id:N}/off/{visit.Version}",
        Fit(visit, new Dictionary<string, string> { ["when"] = When(visit), ["reason"] = visit.EndReason ?? "" }, petition, matters));

    /// <summary>The table he was told of does not hear his matter any more.</summary>
    public void TellDropped(JointVisit visit, Petition petition) =>
        outbox.TellPetitioner(petition, NoticeDropped, $"joint/{visit.Id:N}/dropped/{visit.Version}", new Dictionary<string, string> { ["when"] = When(visit) });

    /// <summary>A measure is done, or failed for its reason.</summary>
    public void TellEnd(JointVisit visit, JointMeasure measure, Petition petition, IReadOnlyList<Petition> matters) =>
        outbox.TellPetitioner(petition, measure.State == MeasureState.Done ? DoneNotice : FailedNotice, $"joint/{visit.Id:N}/measure/{measure.Number}/end",
            Fit(visit, new Dictionary<string, string> { ["measure"] = measure.Text, ["reason"] = measure.Result ?? "" }, petition, matters));

    public async Task MinutesAsync(JointVisit visit, MinutesText text, IReadOnlyList<JointSignature> signatures, Petition petition, IReadOnlyList<Petition> matters, Actor actor, CancellationToken ct) =>
        await IssueAsync(petition, Minutes, Fit(visit, MinutesFields(visit, text, signatures, petition), petition, matters), actor, ct);

    /// <summary>The minutes as they would be issued now, without a number: to be read back and signed on paper.</summary>
    public async Task<Paper> DraftAsync(JointVisit visit, MinutesText text, IReadOnlyList<JointSignature> signatures, IReadOnlyList<Petition> matters, DateOnly today, CancellationToken ct)
    {
        var petition = matters[0];
        var title = reference.Label("DocumentType", Minutes, "zh-Hans");
        var draft = new NewDocument { PetitionId = petition.Id, OfficeId = petition.OfficeId, Type = Minutes, Title = title, ToPetitioner = true, EncryptedFields = "" };
        var template = await issuer.TemplateOfAsync(petition, Minutes, today, ct);
        return PaperComposer.Compose(Minutes, title, template?.Text, issuer.Complete(petition, draft, Fit(visit, MinutesFields(visit, text, signatures, petition), petition, matters), today));
    }

    /// <summary>What the minutes hold, before names are kept out: attendance as frozen when the sitting ended, never as it is edited later (journey J8 f).</summary>
    private Dictionary<string, string> MinutesFields(JointVisit visit, MinutesText text, IReadOnlyList<JointSignature> signatures, Petition petition)
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

    private Dictionary<string, string> Fit(JointVisit visit, Dictionary<string, string> fields, Petition petition, IReadOnlyList<Petition> matters)
    {
        var hidden = names.HiddenFrom(petition, matters, visit.Seats.Where(seat => seat.Kind is SeatKind.Petitioner or SeatKind.Agent).Select(seat => seat.PersonName));
        return hidden.Count == 0 ? fields : fields.ToDictionary(field => field.Key, field => JointNames.Without(field.Value, hidden));
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
