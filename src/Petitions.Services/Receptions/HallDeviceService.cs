using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain;
using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;
using Petitions.Services.Offices;

namespace Petitions.Services.Receptions;

/// <summary>Tokens of calling screens and kiosks (architecture.md section 8): told once, kept hashed, for one hall and one use, ended by hand.</summary>
public sealed class HallDeviceService(PetitionsDbContext db, FactLog log, OfficeCatalog offices, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <returns>The token; it is nowhere afterwards.</returns>
    /// <exception cref="NotFoundException">No hall of the offices the person manages.</exception>
    /// <exception cref="RuleBrokenException">device.name</exception>
    public async Task<byte[]> IssueAsync(Guid servicePointId, HallDeviceKind kind, string? name, Actor actor, CancellationToken ct)
    {
        Rule.Require(Enum.IsDefined(kind), "device.name");
        var token = RandomNumberGenerator.GetBytes(HallDevice.TokenLength);
        var (device, issued) = HallDevice.Issue(Point(servicePointId, actor), kind, name, token, Now);
        db.HallDevices.Add(device);
        log.Record(actor, issued);
        await db.SaveChangesAsync(ct);
        return token;
    }

    /// <exception cref="NotFoundException">Unknown, or of an office the person does not manage.</exception>
    /// <exception cref="RuleBrokenException">device.revoked</exception>
    public async Task RevokeAsync(Guid servicePointId, Guid id, Actor actor, CancellationToken ct)
    {
        var point = Point(servicePointId, actor);
        var device = await db.HallDevices.Where(each => each.Id == id && each.ServicePointId == point.Id).SingleOrNotFoundAsync(ct);
        log.Record(actor, device.Revoke(point.Code, Now));
        await db.SaveChangesAsync(ct);
    }

    public async Task<IReadOnlyList<HallDeviceLine>> ListAsync(Guid servicePointId, Actor actor, CancellationToken ct)
    {
        var point = Point(servicePointId, actor);
        return await db.HallDevices.AsNoTracking().Where(device => device.ServicePointId == point.Id).OrderBy(device => device.RevokedAt == null ? 0 : 1).ThenBy(device => device.IssuedAt).ThenBy(device => device.Id)
            .Select(device => new HallDeviceLine(device.Id, device.Kind, device.Name, device.IssuedAt, device.RevokedAt)).ToListAsync(ct);
    }

    /// <summary>Whether a token opens this use of this hall.</summary>
    public Task<bool> OpensAsync(Guid servicePointId, HallDeviceKind kind, byte[] token, CancellationToken ct)
    {
        var hash = HallDevice.Hash(token);
        return db.HallDevices.AnyAsync(device => device.TokenHash == hash && device.ServicePointId == servicePointId && device.Kind == kind && device.RevokedAt == null, ct);
    }

    private ServicePoint Point(Guid id, Actor actor)
    {
        var reach = offices.ReachOf(actor, Abilities.ManageOffices);
        return offices.ServicePoints.FirstOrDefault(point => point.Id == id && reach.Contains(point.OfficeId)) ?? throw new NotFoundException();
    }
}
