using System.Text.Json;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Domain.Notices;
using Petitions.Domain.Petitions;

namespace Petitions.Services.Notices;

/// <summary>Queues notices into the unit of work: they exist exactly when the change they tell of was saved.</summary>
public sealed class NoticeOutbox(PetitionsDbContext db, ColumnProtector protector, TimeProvider clock)
{
    /// <summary>
    /// Tells the petitioner through each of his channels. <paramref name="key"/> makes a repeated act queue it once;
    /// <paramref name="values"/> fill the template. Text messages and mails stay neutral: office and number only.
    /// </summary>
    public void TellPetitioner(Petition petition, string template, string key, IReadOnlyDictionary<string, string> values) =>
        db.Notices.Add(Notice.Queue(new NewNotice
        {
            Key = $"{petition.Id:N}/{key}/Portal",
            PetitionId = petition.Id,
            Channel = "Portal",
            Template = template,
            Language = petition.Language,
            Subject = petition.Number,
            EncryptedBody = protector.Protect(JsonSerializer.Serialize(values)),
        }, clock.GetUtcNow().UtcDateTime));

    /// <summary>Tells a member of staff inside the portal. The caller has checked that the wall does not stand before him.</summary>
    public void TellStaff(Petition petition, Guid staffId, string template, string key, IReadOnlyDictionary<string, string> values) =>
        db.Notices.Add(Notice.Queue(new NewNotice
        {
            Key = $"{petition.Id:N}/{key}/{staffId:N}",
            PetitionId = petition.Id,
            StaffId = staffId,
            Channel = "Portal",
            Template = template,
            Language = "zh-Hans",
            Subject = petition.Number,
            EncryptedBody = protector.Protect(JsonSerializer.Serialize(values)),
        }, clock.GetUtcNow().UtcDateTime));
}
