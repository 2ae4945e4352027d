namespace Petitions.Domain.Receptions;

/// <summary>
/// One look-up of a visitor at a desk (查询来访人): who asked, by what and how many people came up. What was asked for is
/// kept as keyed hash only. Only ever added.
/// </summary>
public sealed class PersonLookup
{
    public const int ByMax = 20;

    private PersonLookup()
    {
    }

    public Guid Id { get; private set; }

    public Guid StaffId { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>IdNumber, Phone or Name.</summary>
    public string By { get; private set; } = "";

    public byte[] AskedIndex { get; private set; } = [];

    public int Found { get; private set; }

    public static PersonLookup Made(Guid staffId, string by, byte[] askedIndex, int found, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        StaffId = staffId,
        At = now,
        By = by,
        AskedIndex = askedIndex,
        Found = found,
    };
}
