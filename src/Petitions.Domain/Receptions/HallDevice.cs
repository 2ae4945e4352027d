using System.Security.Cryptography;
using Petitions.Domain.Offices;

namespace Petitions.Domain.Receptions;

/// <summary>
/// A calling screen or self check-in of one hall (叫号屏、自助取号机) with its token (architecture.md section 8): 128 random
/// bits, told once, kept as a hash, good for this hall and this use, ended by hand.
/// </summary>
public sealed class HallDevice
{
    public const int NameMax = 60;
    public const int TokenLength = 16;

    private HallDevice()
    {
    }

    public Guid Id { get; private set; }

    public Guid OfficeId { get; private set; }

    public Guid ServicePointId { get; private set; }

    public HallDeviceKind Kind { get; private set; }

    /// <summary>Where it stands.</summary>
    public string Name { get; private set; } = "";

    public byte[] TokenHash { get; private set; } = [];

    public DateTime IssuedAt { get; private set; }

    public DateTime? RevokedAt { get; private set; }

    public int Version { get; private set; }

    /// <exception cref="RuleBrokenException">device.name</exception>
    public static (HallDevice Device, OfficeChanged Fact) Issue(ServicePoint point, HallDeviceKind kind, string? name, byte[] token, DateTime now)
    {
        var device = new HallDevice
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            OfficeId = point.OfficeId,
            ServicePointId = point.Id,
            Kind = kind,
            Name = Rule.RequireText(name, NameMax, "device.name"),
            TokenHash = Hash(token),
            IssuedAt = now,
            Version = 1,
        };
        return (device, new OfficeChanged(point.OfficeId, "HallDevice", point.Code, "", $"{kind} {device.Name}"));
    }

    /// <exception cref="RuleBrokenException">device.revoked</exception>
    public OfficeChanged Revoke(string point, DateTime now)
    {
        Rule.Require(RevokedAt is null, "device.revoked");
        RevokedAt = now;
        Version++;
        return new OfficeChanged(OfficeId, "HallDevice", point, $"{Kind} {Name}", "");
    }

    /// <summary>A token is random and long: a plain hash is enough to keep it from whoever reads the table.</summary>
    public static byte[] Hash(byte[] token) => SHA256.HashData(token);
}
