namespace Petitions.Domain.Search;

/// <summary>
/// One search by a member of staff: who, when, how it was understood, how many rows were shown (security.md B4). What was
/// looked for stands in it as a keyed index only: the same search is recognised, nobody reads it. Only ever added.
/// </summary>
public sealed class SearchRecord
{
    public const int KindMax = 40;
    public const int AddressMax = 64;

    private SearchRecord()
    {
    }

    public Guid Id { get; private set; }

    public Guid StaffId { get; private set; }

    public DateTime At { get; private set; }

    public string Kind { get; private set; } = "";

    public byte[] QueryIndex { get; private set; } = [];

    public int Shown { get; private set; }

    public string? Address { get; private set; }

    public static SearchRecord Create(Guid staffId, string kind, byte[] queryIndex, int shown, string? address, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        StaffId = staffId,
        At = now,
        Kind = kind,
        QueryIndex = queryIndex,
        Shown = shown,
        Address = address,
    };
}
