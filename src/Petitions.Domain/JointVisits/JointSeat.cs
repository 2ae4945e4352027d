namespace Petitions.Domain.JointVisits;

/// <summary>
/// A seat at the table (席位): a named person of a department, another organ or an agency with what to bring, or one of the
/// petitioner's side. Attendance is ticked on it; what was ticked when the sitting ended is kept apart and never changes.
/// </summary>
public sealed class JointSeat
{
    public const int OrganMax = 120;
    public const int BringMax = 500;
    public const int ReasonMax = 500;
    public const int ContactMax = 2_000;
    public const int CodeMax = 40;

    private JointSeat()
    {
    }

    public Guid Id { get; private set; }

    public Guid JointVisitId { get; private set; }

    public SeatKind Kind { get; private set; }

    public SeatRole Role { get; private set; }

    public string? OrganKind { get; private set; }

    public string? Organ { get; private set; }

    public Guid? DepartmentId { get; private set; }

    /// <summary>A member of staff of this office; null for everybody else.</summary>
    public Guid? StaffId { get; private set; }

    public string? PersonName { get; private set; }

    public string? Bring { get; private set; }

    public DateOnly? BringBy { get; private set; }

    public Guid? PlaceId { get; private set; }

    public string? EncryptedContact { get; private set; }

    /// <summary>When the organ said that it comes.</summary>
    public DateTime? AcceptedAt { get; private set; }

    /// <summary>When what was to be brought had come.</summary>
    public DateTime? BroughtAt { get; private set; }

    public SeatPresence Presence { get; private set; }

    public string? AbsenceReason { get; private set; }

    public DateTime? PresenceAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>A department, another judicial organ or an agency.</summary>
    public bool IsOrgan => Kind is SeatKind.Department or SeatKind.JudicialOrgan or SeatKind.Agency;

    /// <summary>Comes by a one-time link (domain.md row 30).</summary>
    public bool IsGuest => Kind is SeatKind.JudicialOrgan or SeatKind.Agency;

    /// <summary>Somebody of neither this office nor the petitioner's own notices: told by an address of his own.</summary>
    public bool KeepsContact => IsGuest || Kind is SeatKind.Agent or SeatKind.Interpreter;

    /// <summary>Says what his organ thinks; who only keeps the minutes does not.</summary>
    public bool GivesView => IsOrgan && Role != SeatRole.Record;

    /// <summary>Signs the minutes: the petitioner's side, and who led the sitting.</summary>
    public bool Signs => !IsOrgan || Role == SeatRole.Host;

    internal static JointSeat Of(Guid visitId, SeatDetails details, DateTime now)
    {
        var seat = new JointSeat { Id = Guid.CreateVersion7(new DateTimeOffset(now)), JointVisitId = visitId, Kind = details.Kind };
        Rule.Require(Enum.IsDefined(details.Kind), "joint.seat-kind");
        seat.Change(details);
        return seat;
    }

    /// <summary>A person may be named later; the list of what is missing says so.</summary>
    /// <exception cref="RuleBrokenException">joint.seat-*.</exception>
    internal void Change(SeatDetails details)
    {
        Rule.Require(Enum.IsDefined(details.Role), "joint.seat-role");
        // Only somebody of this office leads or keeps the record.
        Rule.Require(details.Role is SeatRole.Member or SeatRole.LawExplainer || Kind == SeatKind.Department, "joint.seat-role");
        Rule.Require(IsOrgan || details.Role == SeatRole.Member, "joint.seat-role");
        Organ = IsOrgan ? Rule.RequireText(details.Organ, OrganMax, "joint.seat-organ") : null;
        OrganKind = IsGuest ? Rule.RequireText(details.OrganKind, CodeMax, "joint.seat-organ-kind") : null;
        (Role, DepartmentId) = (details.Role, Kind == SeatKind.Department ? details.DepartmentId : null);
        StaffId = Kind == SeatKind.Department ? details.StaffId : null;
        PersonName = Part(details.PersonName, People.PersonName.Max, "joint.seat-person");
        (Bring, BringBy) = IsOrgan ? (Part(details.Bring, BringMax, "joint.seat-bring"), details.BringBy) : (null, null);
        PlaceId = details.PlaceId;
        EncryptedContact = KeepsContact ? details.EncryptedContact ?? EncryptedContact : null;
        Version++;
    }

    /// <summary>The day for what is to be brought, where none was named (rule JOINT_BRING_2D).</summary>
    internal void BringIn(DateOnly? by)
    {
        if (Bring is not null && BringBy is null)
        {
            BringBy = by;
            Version++;
        }
    }

    /// <summary>The organ itself names who comes.</summary>
    /// <exception cref="RuleBrokenException">joint.seat-person</exception>
    public void Accept(string? person, DateTime now)
    {
        Rule.Require(IsGuest, "joint.seat-kind");
        (PersonName, AcceptedAt) = (Rule.RequireText(person, People.PersonName.Max, "joint.seat-person"), now);
        Version++;
    }

    /// <summary>What was to be brought is there: a file, or word of mouth of the host.</summary>
    public ParticipantMaterialsReceived Brought(Guid? paperId, DateTime now)
    {
        Rule.Require(IsOrgan, "joint.seat-kind");
        BroughtAt = now;
        Version++;
        return new ParticipantMaterialsReceived(JointVisitId, Id, paperId);
    }

    /// <exception cref="RuleBrokenException">joint.absence-reason</exception>
    internal void Tick(SeatPresence presence, string? reason, DateTime now)
    {
        Rule.Require(presence is SeatPresence.Present or SeatPresence.Absent, "joint.presence");
        AbsenceReason = presence == SeatPresence.Absent ? Rule.RequireText(reason, ReasonMax, "joint.absence-reason") : null;
        (Presence, PresenceAt) = (presence, now);
        Version++;
    }

    private static string? Part(string? typed, int max, string code) => string.IsNullOrWhiteSpace(typed) ? null : Rule.RequireText(typed, max, code);
}
