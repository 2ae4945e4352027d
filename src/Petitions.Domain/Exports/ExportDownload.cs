namespace Petitions.Domain.Exports;

/// <summary>One fetching of an export's file, committed before the file is sent (security.md B4). Only ever added.</summary>
public sealed class ExportDownload
{
    public const int AddressMax = 64;

    private ExportDownload()
    {
    }

    public Guid Id { get; private set; }

    public Guid ExportId { get; private set; }

    public Guid StaffId { get; private set; }

    public DateTime At { get; private set; }

    public string? Address { get; private set; }

    public static ExportDownload Create(Guid exportId, Guid staffId, string? address, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        ExportId = exportId,
        StaffId = staffId,
        At = now,
        Address = address,
    };
}
