using System.Globalization;
using Petitions.Domain.JointVisits;
using Petitions.Services.JointVisits;
using Petitions.Web.Forms;

namespace Petitions.Web.Areas.Supervision.Forms;

/// <summary>A seat at the table.</summary>
public sealed class SeatForm
{
    public SeatKind Kind { get; set; }

    public SeatRole Role { get; set; }

    public string? OrganKind { get; set; }

    public string? Organ { get; set; }

    public Guid? DepartmentId { get; set; }

    public Guid? StaffId { get; set; }

    public string? PersonName { get; set; }

    public string? Bring { get; set; }

    public string? BringBy { get; set; }

    public Guid? PlaceId { get; set; }

    public string? Contact { get; set; }

    public bool IsGuest => Kind is SeatKind.JudicialOrgan or SeatKind.Agency;

    public bool KeepsContact => IsGuest || Kind is SeatKind.Agent or SeatKind.Interpreter;

    public bool IsOrgan => IsGuest || Kind == SeatKind.Department;

    public static SeatForm Of(JointSeatLine seat) => new()
    {
        Kind = seat.Kind,
        Role = seat.Role,
        OrganKind = seat.OrganKind,
        Organ = seat.Organ,
        DepartmentId = seat.DepartmentId,
        StaffId = seat.StaffId,
        PersonName = seat.Person,
        Bring = seat.Bring,
        BringBy = seat.BringBy?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        PlaceId = seat.PlaceId,
    };

    public WriteSeat ToRequest() => new()
    {
        Kind = Kind,
        Role = Role,
        OrganKind = OrganKind,
        Organ = Organ,
        DepartmentId = DepartmentId,
        StaffId = StaffId,
        PersonName = PersonName,
        Bring = Bring,
        BringBy = DateText.Parse(BringBy),
        PlaceId = PlaceId,
        Contact = Contact,
    };

    /// <summary>The field a rule is about, among those this kind of seat has.</summary>
    public string FieldOf(string code) => code switch
    {
        "joint.seat-organ" => IsGuest ? nameof(Organ) : nameof(DepartmentId),
        "joint.receiver-is-respondent" => IsGuest ? nameof(Organ) : nameof(StaffId),
        "joint.staff-unknown" => nameof(StaffId),
        "joint.seat-organ-kind" => nameof(OrganKind),
        "joint.seat-person" => nameof(PersonName),
        "joint.seat-bring" or "transfer.identity-in-extract" => nameof(Bring),
        "joint.seat-role" or "joint.two-hosts" => nameof(Role),
        "joint.seat-contact" => nameof(Contact),
        "joint.place-unknown" => nameof(PlaceId),
        _ => "",
    };
}
