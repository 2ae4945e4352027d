using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Domain.Notices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Services.Offices;

namespace Petitions.Services.Notices;

/// <summary>Queues notices into the unit of work: they exist exactly when the change they tell of was saved.</summary>
public sealed class NoticeOutbox(PetitionsDbContext db, ColumnProtector protector, NoticeTexts texts, OfficeCatalog offices, TimeProvider clock)
{
    // Whoever else sees the telephone or the mailbox learns no more than these two say.
    private const string SmsText = "channel.sms";
    private const string EmailText = "channel.email";

    /// <summary>The template a channel speaks: text messages, calls and mails stay neutral.</summary>
    internal static string TextOf(string channel, string template) => channel switch
    {
        Notice.Sms or Notice.Telephone => SmsText,
        Notice.Email => EmailText,
        _ => template,
    };

    /// <summary>
    /// Tells the petitioner through each of his channels. <paramref name="key"/> makes a repeated act queue it once;
    /// <paramref name="values"/> fill the template. Text messages and mails stay neutral: office and number only.
    /// </summary>
    public void TellPetitioner(Petition petition, string template, string key, IReadOnlyDictionary<string, string> values, Guid? document = null)
    {
        var all = Complete(petition, values);
        Add(petition, Notice.Portal, template, template, $"{key}/{Notice.Portal}", all, null, document);
        var told = new HashSet<(string, string)>();
        foreach (var party in PartiesOf(petition).Where(party => party.Identity is not null))
        {
            var block = protector.UnprotectBlock(party.Identity!);
            foreach (var (channel, address) in Channels(petition, party, block))
            {
                if (told.Add((channel, address)))
                {
                    Add(petition, channel, template, TextOf(channel, template), $"{key}/{channel}/{party.Id:N}", all, address, document);
                }
            }
        }
    }

    /// <summary>
    /// Tells a member of staff inside the portal. Whoever stands behind the respondent wall is told nothing, whoever asks;
    /// what was told before the wall rose is shown only while he may know of the matter.
    /// </summary>
    public async Task TellStaffAsync(Petition petition, Guid staffId, string template, string key, IReadOnlyDictionary<string, string> values, CancellationToken ct)
    {
        var staff = await db.Staff.AsNoTracking().Where(s => s.Id == staffId).Select(s => new { s.NameKey, s.DepartmentId }).SingleAsync(ct);
        await LoadRespondentsAsync(petition, ct);
        if (petition.IsWalled(staffId, staff.NameKey, offices.LineOf(staff.DepartmentId)))
        {
            return;
        }

        QueueForStaff(petition.Id, staffId, template, $"{petition.Id:N}/{key}/{staffId:N}", Complete(petition, values));
    }

    /// <summary>Tells a member of staff something about no single matter; the same key is told once.</summary>
    public async Task TellOfficeAsync(Guid staffId, string template, string key, IReadOnlyDictionary<string, string> values, CancellationToken ct)
    {
        var whole = $"{key}/{staffId:N}";
        if (await db.Notices.AnyAsync(notice => notice.Key == whole, ct))
        {
            return;
        }

        QueueForStaff(null, staffId, template, whole, values);
    }

    /// <summary>
    /// The same message once more by another way, after the post brought it back. The address is read again: meanwhile
    /// the petitioner may have named a new one.
    /// </summary>
    /// <exception cref="Domain.RuleBrokenException">letter.no-address.</exception>
    public async Task<Notice> AgainAsync(Petition petition, Notice notice, string way, CancellationToken ct)
    {
        var party = PartiesOf(petition).FirstOrDefault(each => each.Identity is not null);
        var block = party is null ? null : protector.UnprotectBlock(party.Identity!);
        var address = way switch
        {
            Notice.Telephone => block?.Phone,
            Notice.Counter => party?.Name ?? block?.SealedName ?? petition.Number,
            _ => block?.Address is { } street ? $"{party!.Name ?? block.SealedName}\n{street}".Trim() : null,
        };
        Domain.Rule.Require(address is not null, "letter.no-address");
        var (subject, body) = (notice.Subject, notice.Body);
        if (way == Notice.Telephone)
        {
            var (_, text) = texts.Render(SmsText, petition.Language, Complete(petition, new Dictionary<string, string>()));
            body = protector.Protect(text);
        }

        var next = Notice.Queue(new NewNotice
        {
            Key = $"{notice.Id:N}/again/{await db.Notices.CountAsync(n => n.PetitionId == petition.Id, ct)}",
            PetitionId = petition.Id,
            OfficeId = petition.OfficeId,
            DocumentId = notice.DocumentId,
            Channel = way,
            Template = notice.Template,
            Language = notice.Language,
            Subject = subject,
            EncryptedBody = body,
            EncryptedAddress = protector.Protect(address!),
        }, clock.GetUtcNow().UtcDateTime);
        db.Notices.Add(next);
        return next;
    }

    private void QueueForStaff(Guid? petitionId, Guid staffId, string template, string key, IReadOnlyDictionary<string, string> values)
    {
        var (subject, body) = texts.Render(template, "zh-Hans", values);
        db.Notices.Add(Notice.Queue(new NewNotice
        {
            Key = key,
            PetitionId = petitionId,
            StaffId = staffId,
            Channel = Notice.Portal,
            Template = template,
            Language = "zh-Hans",
            Subject = subject,
            EncryptedBody = protector.Protect(body),
        }, clock.GetUtcNow().UtcDateTime));
    }

    internal static IEnumerable<(string Channel, string Address)> Channels(Petition petition, PetitionParty party, IdentityBlock block)
    {
        if (party.SmsAllowed && block.Phone is { } phone)
        {
            yield return (Notice.Sms, phone);
        }

        if (party.NoticeWay == Notice.Email && block.Email is { } mail)
        {
            yield return (Notice.Email, mail);
        }

        if (party.NoticeWay == Notice.Telephone && block.Phone is { } number)
        {
            yield return (Notice.Telephone, number);
        }

        if (Notice.LetterChannels.Contains(party.NoticeWay) && block.Address is { } street)
        {
            var plain = party.NoticeWay == Notice.PlainEnvelope || petition.Confidentiality == "ReportMaterial";
            yield return (plain ? Notice.PlainEnvelope : Notice.Post, $"{party.Name ?? block.SealedName}\n{street}".Trim());
        }
    }

    private Dictionary<string, string> Complete(Petition petition, IReadOnlyDictionary<string, string> values)
    {
        var office = offices.Office(petition.OfficeId);
        return new Dictionary<string, string>(values)
        {
            ["number"] = petition.Number,
            ["office"] = office?.NameZh ?? "",
            ["officeEn"] = office?.NameEn ?? "",
            ["phone"] = office?.Phone ?? "",
        };
    }

    private void Add(Petition petition, string channel, string template, string text, string key, Dictionary<string, string> values, string? address, Guid? document)
    {
        var (subject, body) = texts.Render(text, petition.Language, values);
        db.Notices.Add(Notice.Queue(new NewNotice
        {
            Key = $"{petition.Id:N}/{key}",
            PetitionId = petition.Id,
            OfficeId = petition.OfficeId,
            DocumentId = document,
            Channel = channel,
            Template = template,
            Language = petition.Language,
            Subject = subject,
            EncryptedBody = protector.Protect(body),
            EncryptedAddress = address is null ? null : protector.Protect(address),
        }, clock.GetUtcNow().UtcDateTime));
    }

    private async Task LoadRespondentsAsync(Petition petition, CancellationToken ct)
    {
        var entry = db.Entry(petition);
        if (entry.State is not (EntityState.Added or EntityState.Detached) && entry.Collection(p => p.Respondents) is { IsLoaded: false } respondents)
        {
            await respondents.LoadAsync(ct);
        }
    }

    /// <summary>A new matter has its parties in memory; of a loaded one they are read when they were not asked for.</summary>
    private IReadOnlyList<PetitionParty> PartiesOf(Petition petition)
    {
        var entry = db.Entry(petition);
        if (entry.State is not (EntityState.Added or EntityState.Detached) && entry.Collection(p => p.Parties) is { IsLoaded: false } parties)
        {
            parties.Load();
        }

        return petition.Parties;
    }
}
