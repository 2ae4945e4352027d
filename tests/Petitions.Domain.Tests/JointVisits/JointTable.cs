using Petitions.Domain.JointVisits;
using Petitions.Domain.Receptions;

namespace Petitions.Domain.Tests.JointVisits;

/// <summary>A joint visit with a host, a recorder, one outside organ and the petitioner, ready to be set on 15 April 2026, 14:00.</summary>
internal sealed class JointTable
{
    public static readonly DateTime Now = new(2026, 4, 1, 1, 0, 0, DateTimeKind.Utc);
    public static readonly DateOnly Day = new(2026, 4, 15);

    /// <summary>14:00 in Asia/Shanghai.</summary>
    public static readonly DateTime Begin = new(2026, 4, 15, 6, 0, 0, DateTimeKind.Utc);

    public static readonly Guid Staff = Guid.NewGuid();

    public JointTable()
    {
        (Visit, _) = JointVisit.Propose(new NewJointVisit { OfficeId = Guid.NewGuid(), Trigger = JointTrigger.Person, Purpose = "协调补偿", Petitions = [Guid.NewGuid()], ProposedBy = Staff }, Now);
        Visit.Describe("协调补偿", "请说明情况。", null, JointNeed.NotNeeded, JointNeed.NotNeeded);
        Host = Visit.AddSeat(Own(SeatRole.Host), Now);
        Recorder = Visit.AddSeat(Own(SeatRole.Record), Now);
        Agency = Visit.AddSeat(new SeatDetails { Kind = SeatKind.Agency, OrganKind = "Government", Organ = "住建局", PersonName = "罗敏", Bring = "档案" }, Now);
        Petitioner = Visit.AddSeat(new SeatDetails { Kind = SeatKind.Petitioner, PersonName = "何建国" }, Now);
        Visit.AddPlace("二室", null, false, Now);
        Visit.SetTime(Day, new TimeOnly(14, 0), new TimeOnly(16, 0), Now);
        Visit.Told(Now);
    }

    public JointVisit Visit { get; }

    public JointSeat Host { get; }

    public JointSeat Recorder { get; }

    public JointSeat Agency { get; }

    public JointSeat Petitioner { get; }

    public List<MinutesParagraph> Paragraphs { get; } = [];

    public List<JointMeasure> Measures { get; } = [];

    public List<JointSignature> Signatures { get; } = [];

    public MinutesText Text => new(Paragraphs, Measures);

    public static SeatDetails Own(SeatRole role) =>
        new() { Kind = SeatKind.Department, Role = role, Organ = "控申部", DepartmentId = Guid.NewGuid(), StaffId = Guid.NewGuid(), PersonName = "李敏", Bring = "卷宗" };

    public JointTable Called()
    {
        Visit.Call(Staff, Day.AddDays(-2), Now);
        return this;
    }

    /// <summary>Held with everybody there but the seats named.</summary>
    public JointTable Held(params JointSeat[] absent)
    {
        Called();
        Visit.Start(Begin);
        foreach (var seat in Visit.Seats)
        {
            Visit.Tick(seat.Id, absent.Contains(seat) ? SeatPresence.Absent : SeatPresence.Present, absent.Contains(seat) ? "另有会议" : null, Begin);
        }

        Visit.Hold(Begin.AddHours(2));
        return this;
    }

    public JointTable Says(ParagraphKind kind, string text, JointSeat? seat = null)
    {
        var paragraph = MinutesParagraph.Of(Visit.Id, kind, seat?.Id, Paragraphs.Count + 1, Begin);
        paragraph.Write(text, paragraph.Version, Staff, Begin);
        Paragraphs.Add(paragraph);
        return this;
    }

    public JointTable Heard() => Says(ParagraphKind.PetitionerWords, "给我书面答复。").Says(ParagraphKind.View, "应当答复。", Host).Says(ParagraphKind.View, "可以提供档案。", Agency).Says(ParagraphKind.PetitionerAnswer, "同意。");

    public JointMeasure Measure(JointSeat owner, int days = 7)
    {
        var measure = JointMeasure.Draft(Visit, Measures.Count + 1, new MeasureDetails("提供档案", owner.Id, Day.AddDays(days), "档案复印件"), Day, Begin);
        Measures.Add(measure);
        return measure;
    }

    public JointTable Signed(params JointSeat[] seats)
    {
        foreach (var seat in seats)
        {
            Signatures.Add(Visit.Sign(Text, seat.Id, new JointSigning(SignatureWay.OnPaper, Text.Digest(Visit)), Signatures, Staff, Begin.AddHours(2)));
        }

        return this;
    }
}
