using Petitions.Domain.Clocks;
using Petitions.Services.HandIns;
using Petitions.Web.Hosting;

namespace Petitions.Web.Areas.Desk.Forms;

/// <summary>What a liaison person writes down at his point: who, what, when, pictures of papers.</summary>
public sealed class HandInForm
{
    public string? SubmissionKey { get; set; } = Guid.NewGuid().ToString("N");

    public Guid? PointId { get; set; }

    public DateOnly? ReceivedOn { get; set; }

    public string? LateReason { get; set; }

    public string? Name { get; set; }

    public string? Phone { get; set; }

    public string? Address { get; set; }

    public string? Category { get; set; }

    public string? Request { get; set; }

    public string? Text { get; set; }

    public List<IFormFile> Files { get; set; } = [];

    public static HandInForm At(DateTime now) => new() { ReceivedOn = ChinaTime.DateOf(now) };

    /// <summary>Null when the day is missing.</summary>
    public HandInRequest? ToRequest() => ReceivedOn is not { } day ? null : new HandInRequest
    {
        SubmissionKey = Guid.TryParse(SubmissionKey, out var key) ? key : Guid.Empty,
        PointId = PointId,
        ReceivedOn = day,
        LateReason = LateReason,
        Name = Clean(Name),
        Phone = Clean(Phone),
        Address = Clean(Address),
        Category = Category ?? "",
        Request = Request,
        Text = Text,
        Language = PetitionCultures.Current,
    };

    public static string FieldOf(string code) => code switch
    {
        "hand-in.no-point" => nameof(PointId),
        "entry.in-future" => nameof(ReceivedOn),
        "entry.late-reason" => nameof(LateReason),
        "entry.phone" or "entry.notice-phone" => nameof(Phone),
        "entry.notice-address" => nameof(Address),
        "petition.name" => nameof(Name),
        "petition.not-anonymous" => nameof(Name),
        "petition.category" => nameof(Category),
        "petition.request" or "petition.title" => nameof(Request),
        "petition.text" => nameof(Text),
        _ => "",
    };

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
