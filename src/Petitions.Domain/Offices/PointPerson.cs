namespace Petitions.Domain.Offices;

/// <summary>Who serves a service point (驻点人员、联络员): the liaison person of a village, the officers of a township office.</summary>
public sealed class PointPerson
{
    private PointPerson()
    {
    }

    public Guid ServicePointId { get; private set; }

    public Guid StaffId { get; private set; }

    public static PointPerson Of(Guid servicePointId, Guid staffId) => new() { ServicePointId = servicePointId, StaffId = staffId };
}
