using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Petitions.Domain;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Handling;
using Petitions.Web.Hosting;
using Petitions.Web.Texts;

namespace Petitions.Web.Api.V1;

/// <summary>Files and follows petitions for hotline, mini-programme and provincial platform. No cookie is read here.</summary>
[ApiController]
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[Route("api/v1/petitions")]
public sealed class PetitionsController(
    PetitionIntakeService intake, PetitionAccess access, CitizenPetitionQueries queries, CitizenReplyQueries answers, IValidator<PetitionBody> validator, IStringLocalizer<TrackTexts> track) : ControllerBase
{
    private const string KeyHeader = "Idempotency-Key";
    private const string CodeHeader = "X-Query-Code";

    /// <summary>Files a petition. The same key with the same body always gives the same receipt.</summary>
    [HttpPost]
    [EnableRateLimiting(LimitSetup.Submit)]
    [ProducesResponseType<ReceiptBody>(StatusCodes.Status201Created)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status400BadRequest)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status409Conflict)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status429TooManyRequests)]
    public async Task<IActionResult> File([FromBody] PetitionBody body, [FromHeader(Name = KeyHeader)] string? idempotencyKey, CancellationToken ct)
    {
        if (SubmissionKeys.From(idempotencyKey) is not { } key)
        {
            return Problem($"Header {KeyHeader} is required: 8 to 200 printable characters, a new one for each petition.", statusCode: StatusCodes.Status400BadRequest);
        }

        var check = await validator.ValidateAsync(body, ct);
        if (!check.IsValid)
        {
            foreach (var error in check.Errors)
            {
                ModelState.AddModelError(error.PropertyName, error.ErrorMessage);
            }

            return ValidationProblem();
        }

        var receipt = await intake.FileAsync(RequestOf(body, key), Actor.Citizen(), ct);
        if (receipt.Repeated)
        {
            Response.Headers["Idempotent-Replay"] = "true";
        }

        return Created($"/api/v1/petitions/{receipt.Number}", new ReceiptBody(
            receipt.Number, receipt.QueryCode, new DateTimeOffset(receipt.ReceivedAt), receipt.ReceiptHash, receipt.Salt,
            [.. receipt.DueDates.Select(date => new DueDateBody(date.Clock, date.Due))]));
    }

    /// <summary>State, timeline, next step, dates and replies of one matter. A wrong code and an unknown number are the same 404.</summary>
    [HttpGet("{number}")]
    [EnableRateLimiting(LimitSetup.Query)]
    [ProducesResponseType<StatusBody>(StatusCodes.Status200OK)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status429TooManyRequests)]
    public async Task<IActionResult> Status(string number, [FromHeader(Name = CodeHeader)] string? code, CancellationToken ct)
    {
        var opened = await access.OpenAsync(number, code, HttpContext.Connection.RemoteIpAddress?.ToString(), ct);
        if (opened is null || await queries.StatusAsync(Actor.Citizen(opened.PetitionId), ct) is not { } status)
        {
            return Problem("No petition with this number and query code.", statusCode: StatusCodes.Status404NotFound);
        }

        var english = System.Globalization.CultureInfo.CurrentUICulture.Name.StartsWith("en", StringComparison.Ordinal);
        return Ok(new StatusBody
        {
            Number = status.Number,
            State = Public(status.State).ToString(),
            StateText = track[$"state.{Public(status.State)}"],
            ReceivedAt = new DateTimeOffset(status.ReceivedAt),
            Timeline = [.. status.Timeline.Select(line => new EventBody(new DateTimeOffset(line.At), line.Kind, english ? line.En : line.Zh))],
            NextStep = track[$"next.{Public(status.State)}"],
            DueDates = [.. status.Dues.Select(due => new DueDateBody(due.Clock, due.Due))],
            Replies = [.. (await answers.ListAsync(Actor.Citizen(opened.PetitionId), ct)).Select(reply => new ReplyBody(
                reply.Kind, new DateTimeOffset(reply.SentAt), reply.Facts, reply.Law, reply.Reason, reply.Remedy, reply.RemedyUntil))],
        });
    }

    /// <summary>Internal approval does not show (note of petition_states.csv).</summary>
    private static PetitionState Public(PetitionState state) => state is PetitionState.OpinionDrafted or PetitionState.Approved ? PetitionState.InHandling : state;

    private static FilePetition RequestOf(PetitionBody body, Guid key) => new()
    {
        SubmissionKey = key,
        Channel = "App",
        Language = body.Language ?? "zh-Hans",
        Category = body.Category!,
        SubCategory = body.SubCategory,
        Title = body.Title,
        Text = body.Text!,
        Request = body.Request!,
        IdentityMode = body.Petitioner!.IdentityMode!,
        Petitioner = new FiledPerson
        {
            Name = body.Petitioner.Name,
            IdKind = body.Petitioner.IdKind,
            IdNumber = body.Petitioner.IdNumber,
            Phone = body.Petitioner.Phone,
            Email = body.Petitioner.Email,
            Address = body.Petitioner.Address,
        },
        Respondents = [.. (body.Respondents ?? []).Select(r => new FiledRespondent { Kind = Enum.Parse<RespondentKind>(r.Kind!), Name = r.Name!, UnitCode = r.UnitCode })],
        AreaCode = body.AreaCode,
        OfficeCode = body.OfficeCode,
    };
}
