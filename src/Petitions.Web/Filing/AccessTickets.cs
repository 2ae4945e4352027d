using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Petitions.Domain.Offices;
using Petitions.Services.Petitions;
using Petitions.Web.Display;
using Petitions.Web.Hosting;

namespace Petitions.Web.Filing;

/// <summary>
/// What a browser holds after the right number and code: an encrypted ticket for that one matter, good for half an hour,
/// and, for a day, the key of the form it filed itself. Real time, also where the portal's clock is set.
/// </summary>
public sealed class AccessTickets(IDataProtectionProvider protection, CookieNames cookies)
{
    /// <summary>How long an opened matter stays open in this browser.</summary>
    public static readonly TimeSpan TicketLife = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan ReceiptLife = TimeSpan.FromHours(24);
    private readonly ITimeLimitedDataProtector tickets = protection.CreateProtector("petitions.access.v1").ToTimeLimitedDataProtector();
    private readonly ITimeLimitedDataProtector receipts = protection.CreateProtector("petitions.receipt.v1").ToTimeLimitedDataProtector();
    private readonly ITimeLimitedDataProtector fileKeys = protection.CreateProtector("petitions.file.v1").ToTimeLimitedDataProtector();

    public void Grant(HttpContext context, OpenedPetition opened) =>
        Set(context, "pt-ticket", tickets.Protect($"{opened.PetitionId:N}|{opened.Number}|{opened.Stamp}{(opened.ProgressOnly ? "|progress" : "")}", TicketLife), TicketLife);

    /// <summary>What this browser opened under the number, or null: then number and code must be entered first.</summary>
    public OpenedPetition? Opened(HttpContext context, string number) =>
        Read(context, tickets, "pt-ticket")?.Split('|') is [var id, var opened, var stamp, .. var kind] && string.Equals(opened, number, StringComparison.OrdinalIgnoreCase)
            ? new OpenedPetition(Guid.ParseExact(id, "N"), opened, stamp, kind is ["progress"])
            : null;

    /// <summary>The petitioner of the matter with this number, or null.</summary>
    public Actor? Find(HttpContext context, string number) => Opened(context, number) is { ProgressOnly: false } own ? Actor.Citizen(own.PetitionId) : null;

    /// <summary>The same, also where a handed-out code opened the matter: for its progress and for nothing else.</summary>
    public (Actor Actor, bool ProgressOnly)? FindAny(HttpContext context, string number) =>
        Opened(context, number) is { } any ? (Actor.Citizen(any.PetitionId), any.ProgressOnly) : null;

    /// <summary>What a page with a form says before the time of the opened matter ends.</summary>
    public static TimeOutNotice Notice(string number) =>
        new((int)TicketLife.TotalSeconds, $"~/petitions/{number}/stay", $"~/petitions/track?number={Uri.EscapeDataString(number)}", false);

    public void KeepReceipt(HttpContext context, Guid submissionKey) =>
        Set(context, "pt-receipt", receipts.Protect(submissionKey.ToString("N"), ReceiptLife), ReceiptLife);

    public Guid? FindReceipt(HttpContext context) =>
        Read(context, receipts, "pt-receipt") is { } key ? Guid.ParseExact(key, "N") : null;

    /// <summary>Stands in the page that follows the code entered again, and opens one file.</summary>
    public string FileKey(Guid petitionId, Guid fileId) => fileKeys.Protect($"{petitionId:N}|{fileId:N}", TicketLife);

    public bool IsFileKey(string? key, Guid petitionId, Guid fileId)
    {
        try
        {
            return key is { Length: > 0 } && fileKeys.Unprotect(key) == $"{petitionId:N}|{fileId:N}";
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    public void Forget(HttpContext context)
    {
        context.Response.Cookies.Delete(cookies.Named("pt-ticket"), cookies.Lasting(TimeSpan.Zero));
        context.Response.Cookies.Delete(cookies.Named("pt-receipt"), cookies.Lasting(TimeSpan.Zero));
    }

    private void Set(HttpContext context, string name, string value, TimeSpan life) =>
        context.Response.Cookies.Append(cookies.Named(name), value, cookies.Lasting(life));

    private string? Read(HttpContext context, ITimeLimitedDataProtector protector, string name)
    {
        if (context.Request.Cookies[cookies.Named(name)] is not { Length: > 0 } value)
        {
            return null;
        }

        try
        {
            return protector.Unprotect(value);
        }
        catch (CryptographicException)
        {
            // Too old, or not ours: the same as none.
            return null;
        }
    }
}
