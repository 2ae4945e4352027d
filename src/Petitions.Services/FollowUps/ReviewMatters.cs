using System.Security.Cryptography;
using Petitions.Data;
using Petitions.Domain;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Services.Notices;
using Petitions.Services.Offices;
using Petitions.Services.Petitions;

namespace Petitions.Services.FollowUps;

/// <summary>
/// Makes the review matter of a complaint that stands (journey J9 step 2): own number, own dates, own clocks, the same people;
/// the petitioner opens it with the code in hand. Nothing is written into the old matter.
/// </summary>
public sealed class ReviewMatters(PetitionsDbContext db, PetitionRecorder recorder, NoticeOutbox outbox, OfficeCatalog offices)
{
    /// <summary>Adds it to the unit of work; the caller saves.</summary>
    /// <param name="earlier">The answered matter with its parties and respondents.</param>
    /// <param name="said">What was said on the telephone: the text of the new matter.</param>
    /// <param name="actor">Who called.</param>
    /// <param name="now">Moment.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Guid> AddAsync(Petition earlier, string said, Actor actor, DateTime now, CancellationToken ct)
    {
        var (review, facts) = Petition.Receive(new NewPetition
        {
            Number = PetitionNumber.New(offices.Office(earlier.OfficeId)!.PublicPrefix),
            OfficeId = earlier.OfficeId,
            Channel = "Telephone",
            Language = earlier.Language,
            Category = earlier.Category,
            SubCategory = earlier.SubCategory,
            Confidentiality = earlier.Confidentiality,
            IsProcuratorateRelated = earlier.IsProcuratorateRelated,
            IdentityMode = earlier.IdentityMode,
            SpecialNeeds = CsvTable.Codes(earlier.SpecialNeeds),
            AreaCode = earlier.AreaCode,
            Title = earlier.Title,
            Text = said.Trim(),
            Request = earlier.Request,
            ReceiptSalt = RandomNumberGenerator.GetBytes(FiledContent.SaltLength),
            QueryCodeHash = earlier.QueryCodeHash,
            RegisteredBy = actor.StaffId,
            Parties = [.. earlier.Parties.Select(Copy)],
            Respondents = [.. earlier.Respondents.Where(r => r.Status != RespondentStatus.Cleared).Select(Copy)],
        }, now);
        var (link, linked) = review.AsReviewOf(earlier, string.Concat(said.Trim().EnumerateRunes().Take(PetitionLink.ReasonMax)), actor.StaffId!.Value, now);
        db.Petitions.Add(review);
        db.PetitionLinks.Add(link);
        outbox.TellPetitioner(review, "petition.review-opened", "received", new Dictionary<string, string> { ["earlier"] = earlier.Number });
        await recorder.PrepareAsync(review, actor, [.. facts, linked], ct);
        return review.Id;
    }

    private static PartyDetails Copy(PetitionParty party) => new()
    {
        Relation = party.Relation,
        Name = party.Name,
        EncryptedIdentity = party.Identity,
        IdNumberIndex = party.IdNumberIndex,
        PhoneIndex = party.PhoneIndex,
        BirthYear = party.BirthYear,
        NoticeWay = party.NoticeWay,
        SmsAllowed = party.SmsAllowed,
    };

    private static RespondentDetails Copy(Respondent respondent) => new()
    {
        Kind = respondent.Kind,
        Name = respondent.Name,
        OfficeId = respondent.OfficeId,
        DepartmentId = respondent.DepartmentId,
        StaffId = respondent.StaffId,
    };
}
