using Petitions.Services.Operations.Status;
using Petitions.Web.Hosting;

namespace Petitions.Web.Areas.Admin.Models;

/// <summary>The administrator's page on how the portal is.</summary>
/// <param name="Portal">What all nodes share.</param>
/// <param name="Disk">Of this node.</param>
/// <param name="Node">Which node shows the page.</param>
/// <param name="Now">The clock notices are dated by.</param>
/// <param name="MissingChromium">Where this node should have a Chromium and has none.</param>
public sealed record StatusPage(PortalStatus Portal, DiskRoom Disk, string Node, DateTime Now, string? MissingChromium)
{
    /// <summary>What somebody should look into, as keys of texts with their words.</summary>
    public IEnumerable<(string Key, object[] Words)> Warnings()
    {
        foreach (var node in Portal.Nodes.Where(node => node.HasWrongClock && node.StoppedAt is null))
        {
            yield return ("warn.clock", [node.Name]);
        }

        foreach (var node in Portal.Nodes.Where(node => !node.IsUp && node.StoppedAt is null))
        {
            yield return ("warn.node", [node.Name]);
        }

        foreach (var job in Portal.Jobs.Where(job => job.Error is not null))
        {
            yield return ("warn.job", [job.Name]);
        }

        foreach (var setting in Portal.DurabilityFaults)
        {
            yield return ("warn.durability", [setting]);
        }

        if (Portal.Parked > 0)
        {
            yield return ("warn.parked", [Portal.Parked]);
        }

        if (Portal.RestoreTestIsDue)
        {
            yield return ("warn.restore", [Domain.Operations.BackupRecord.RestoreTestLife.Days]);
        }

        if (Portal.RestoreTookTooLong)
        {
            yield return ("warn.restore-slow", [Domain.Operations.BackupRecord.RestoreTarget.TotalMinutes]);
        }

        if (Disk.IsShort || (Portal.Files is { FreeBytes: { } free, TotalBytes: { } total } && new DiskRoom(free, total).IsShort))
        {
            yield return ("warn.disk", []);
        }

        if (Portal.Files is null)
        {
            yield return ("warn.files", []);
        }

        if (MissingChromium is not null)
        {
            yield return ("warn.chromium", [Node, MissingChromium]);
        }
    }
}
