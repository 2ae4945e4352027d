using System.Globalization;
using Petitions.Domain.Clocks;
using Petitions.Domain.JointVisits;
using Petitions.Services.JointVisits;
using Petitions.Web.Forms;

namespace Petitions.Web.Areas.Supervision.Forms;

/// <summary>The fields of the page on which a joint visit is prepared; each of its forms sends its own.</summary>
public sealed class JointForm
{
    public int Seen { get; set; }

    public string? Purpose { get; set; }

    public string? Brief { get; set; }

    public string? VideoLink { get; set; }

    public JointNeed? Agent { get; set; }

    public JointNeed? Interpreter { get; set; }

    public string? Number { get; set; }

    public Guid? RoomId { get; set; }

    public string? PlaceName { get; set; }

    public bool PlaceVideo { get; set; }

    public string? PlaceLink { get; set; }

    public string? Day { get; set; }

    public string? From { get; set; }

    public string? To { get; set; }

    public string? Reason { get; set; }

    /// <summary>What the other forms of the page show: as it is kept.</summary>
    public JointForm Filled(JointSheet sheet)
    {
        Seen = sheet.Version;
        Purpose ??= sheet.Purpose;
        Brief ??= sheet.Brief;
        VideoLink ??= sheet.VideoLink;
        Agent ??= sheet.AgentNeed;
        Interpreter ??= sheet.InterpreterNeed;
        Day ??= sheet.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        From ??= Clock(sheet.StartsAt);
        To ??= Clock(sheet.EndsAt);
        return this;
    }

    public DescribeJointVisit ToDescription() => new()
    {
        Seen = Seen,
        Purpose = Purpose,
        Brief = Brief,
        VideoLink = VideoLink,
        Agent = Agent ?? JointNeed.NotAsked,
        Interpreter = Interpreter ?? JointNeed.NotAsked,
    };

    public DateOnly? DayTyped => DateText.Parse(Day);

    public static TimeOnly? Time(string? typed) => TimeOnly.TryParseExact(typed?.Trim(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    public static string FieldOf(string code) => code switch
    {
        "joint.purpose" => nameof(Purpose),
        "joint.brief" or "transfer.identity-in-extract" => nameof(Brief),
        "joint.video-link" => nameof(VideoLink),
        "joint.number" or "joint.cases" or "joint.other-open" or "joint.other-person" or "joint.matter-ended" => nameof(Number),
        "joint.place-name" => nameof(PlaceName),
        "joint.place-link" => nameof(PlaceLink),
        "joint.room-unknown" or "room.taken" or "room.off" => nameof(RoomId),
        "joint.time" or "joint.time-past" => nameof(From),
        "joint.reason" => nameof(Reason),
        _ => "",
    };

    private static string? Clock(DateTime? utc) => utc is { } at ? ChinaTime.LocalOf(at).ToString("HH:mm", CultureInfo.InvariantCulture) : null;
}
