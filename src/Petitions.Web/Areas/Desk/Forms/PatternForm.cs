using Petitions.Domain.Appointments;
using Petitions.Web.Display;

namespace Petitions.Web.Areas.Desk.Forms;

/// <summary>A regular reception day.</summary>
public sealed class PatternForm
{
    /// <summary>Places in turn that the page offers.</summary>
    public const int Turns = 6;

    public Guid SubmissionKey { get; set; }

    public int Version { get; set; }

    public Guid? ServicePointId { get; set; }

    /// <summary>List ReceptionForm.</summary>
    public string? ReceptionForm { get; set; }

    public List<int> Weekdays { get; set; } = [];

    public TimeOnly? From { get; set; }

    public TimeOnly? To { get; set; }

    public int? SlotMinutes { get; set; }

    public int? PublicPlaces { get; set; }

    public int? InternalPlaces { get; set; }

    public List<Guid?> Leaders { get; set; } = [];

    public Guid? RoomId { get; set; }

    public string? ValidFrom { get; set; }

    public string? ValidTo { get; set; }

    public bool PublishAtOnce { get; set; }

    public static PatternForm Of(TimetableRule rule) => new()
    {
        Version = rule.Version,
        ServicePointId = rule.ServicePointId,
        ReceptionForm = rule.Form,
        Weekdays = [.. rule.Weekdays],
        From = rule.From,
        To = rule.To,
        SlotMinutes = rule.SlotMinutes,
        PublicPlaces = rule.PublicPlaces,
        InternalPlaces = rule.InternalPlaces,
        Leaders = [.. rule.Leaders.Select(leader => (Guid?)leader)],
        RoomId = rule.RoomId,
        ValidFrom = Dates.Machine(rule.ValidFrom),
        ValidTo = rule.ValidTo is { } last ? Dates.Machine(last) : null,
        PublishAtOnce = rule.PublishAtOnce,
    };

    /// <summary>As many choices as the page has.</summary>
    public PatternForm Padded()
    {
        while (Leaders.Count < Turns)
        {
            Leaders.Add(null);
        }

        return this;
    }
}
