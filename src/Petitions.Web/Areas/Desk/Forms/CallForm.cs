using Petitions.Domain.Clocks;
using Petitions.Services.Receptions;

namespace Petitions.Web.Areas.Desk.Forms;

/// <summary>A call as the clerk types it (电话受理).</summary>
public sealed class CallForm : MatterFields
{
    public DateOnly? CalledOn { get; set; }

    public TimeOnly? CalledAt { get; set; }

    public bool ReadBack { get; set; }

    public string? LateReason { get; set; }

    public static CallForm At(DateTime now)
    {
        var local = ChinaTime.LocalOf(now);
        return new CallForm { CalledOn = DateOnly.FromDateTime(local), CalledAt = new TimeOnly(local.Hour, local.Minute), NoticeWay = "Telephone", IdKind = null };
    }

    /// <summary>Null when day or time is missing.</summary>
    public CallEntry? ToEntry(Guid officeId) => CalledOn is not { } day || CalledAt is not { } time ? null : new CallEntry
    {
        SubmissionKey = Key,
        OfficeId = officeId,
        CalledAt = ChinaTime.StartOfDayUtc(day) + time.ToTimeSpan(),
        ReadBack = ReadBack,
        LateReason = LateReason,
        Person = Person,
        Identity = Clean(Name) is null ? "Anonymous" : Identity,
        Needs = Needs,
        Matter = Matter,
        AsNewReason = AsNewReason,
    };

    public static string EntryFieldOf(string code) => code switch
    {
        "entry.read-back" => nameof(ReadBack),
        "entry.in-future" => nameof(CalledAt),
        "entry.late-reason" => nameof(LateReason),
        _ => FieldOf(code),
    };
}
