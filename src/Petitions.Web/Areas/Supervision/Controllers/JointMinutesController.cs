using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.JointVisits;
using Petitions.Domain.Offices;
using Petitions.Services;
using Petitions.Services.JointVisits;
using Petitions.Web.Access;
using Petitions.Web.Areas.Supervision.Forms;
using Petitions.Web.Documents;
using Petitions.Web.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Supervision.Controllers;

/// <summary>The live minutes: each paragraph is held by who writes it; read back on paper, signed one after another, confirmed (journey J8 step 4).</summary>
[Area("Supervision")]
[Authorize(Policy = AbilityPolicies.SignedIn)]
[Route("/joint/{id:guid}")]
public sealed class JointMinutesController(
    JointMinutesService minutes, JointVisitQueries queries, JointDesk desk, PaperAnswers answers, ICurrentActor current, RuleForm rules, IStringLocalizer<JointTexts> texts) : Controller
{
    [HttpPost("minutes")]
    public Task<IActionResult> Add(Guid id, ParagraphKind kind, Guid? seat, CancellationToken ct) => DoAsync(id, "saved", () => minutes.AddAsync(id, kind, seat, current.Actor, ct), ct);

    [HttpPost("minutes/{paragraph:guid}/take")]
    public Task<IActionResult> Take(Guid id, Guid paragraph, CancellationToken ct) => DoAsync(id, "paragraph.taken", () => minutes.TakeAsync(id, paragraph, current.Actor, ct), ct);

    /// <summary>A refused text stays on the page beside the one that is there.</summary>
    [HttpPost("minutes/{paragraph:guid}")]
    public Task<IActionResult> Write(Guid id, Guid paragraph, string? text, int seen, CancellationToken ct)
    {
        ViewData["Refused"] = paragraph;
        return desk.SitAsync(this, id, "saved", _ => nameof(text), () => minutes.WriteAsync(id, paragraph, text, seen, current.Actor, ct), ct);
    }

    [HttpPost("minutes/{paragraph:guid}/let-go")]
    public Task<IActionResult> LetGo(Guid id, Guid paragraph, CancellationToken ct) => DoAsync(id, "paragraph.let-go", () => minutes.LetGoAsync(id, paragraph, current.Actor, ct), ct);

    [HttpGet("sign/{seat:guid}")]
    public Task<IActionResult> Sign(Guid id, Guid seat, CancellationToken ct) => SignPageAsync(id, seat, new JointSignForm(), ct);

    [HttpPost("sign/{seat:guid}")]
    public async Task<IActionResult> TakeSignature(Guid id, Guid seat, JointSignForm form, CancellationToken ct)
    {
        if (!await rules.TryAsync(ModelState, JointSignForm.FieldOf, () => minutes.SignAsync(id, seat, form.ToSigning(), current.Actor, ct)))
        {
            return RuleForm.Again(this, await SignPageAsync(id, seat, form, ct));
        }

        TempData["Note"] = texts["signed"].Value;
        return LocalRedirect($"~/joint/{id}/table");
    }

    [HttpPost("reopen")]
    [Authorize(Policy = Abilities.CallJointVisits)]
    public Task<IActionResult> Reopen(Guid id, CancellationToken ct) => DoAsync(id, "reopened", () => minutes.ReopenAsync(id, current.Actor, ct), ct);

    [HttpPost("confirm")]
    [Authorize(Policy = Abilities.CallJointVisits)]
    public Task<IActionResult> Confirm(Guid id, CancellationToken ct) => DoAsync(id, "confirmed", () => minutes.ConfirmAsync(id, current.Actor, ct), ct);

    /// <summary>On paper, to be read back and signed; the numbered minutes come with the confirmation.</summary>
    [HttpGet("minutes/print")]
    public async Task<IActionResult> Print(Guid id, [FromServices] JointMinutesQueries papers, CancellationToken ct) =>
        answers.Show(this, await papers.PaperAsync(id, current.Actor, ct, JointDesk.AddressOf(this)), Here(id), $"~/joint/{id}/table");

    [HttpGet("minutes/print.pdf")]
    public async Task<IActionResult> Pdf(Guid id, [FromServices] JointMinutesQueries papers, CancellationToken ct) =>
        await answers.PdfAsync(this, await papers.PaperAsync(id, current.Actor, ct, JointDesk.AddressOf(this)), Here(id), $"~/joint/{id}/table", FileName(id), ct);

    [HttpGet("minutes/print.docx")]
    public async Task<IActionResult> Docx(Guid id, [FromServices] JointMinutesQueries papers, CancellationToken ct) =>
        answers.Docx(this, await papers.PaperAsync(id, current.Actor, ct, JointDesk.AddressOf(this)), FileName(id));

    private static string Here(Guid id) => FormattableString.Invariant($"~/joint/{id}/minutes/print");

    private static string FileName(Guid id) => $"joint-minutes-{id:N}";

    private Task<IActionResult> DoAsync(Guid id, string note, Func<Task> act, CancellationToken ct) => desk.SitAsync(this, id, note, _ => "", act, ct);

    private async Task<IActionResult> SignPageAsync(Guid id, Guid seat, JointSignForm form, CancellationToken ct)
    {
        var sheet = await queries.ReadAsync(id, current.Actor, ct, JointDesk.AddressOf(this));
        ViewData["Sheet"] = sheet;
        ViewData["Seat"] = sheet.Seats.FirstOrDefault(each => each.Id == seat && each is { Signs: true, Presence: SeatPresence.Present }) ?? throw new NotFoundException();
        return View(JointDesk.Views + "Sign.cshtml", form);
    }
}
