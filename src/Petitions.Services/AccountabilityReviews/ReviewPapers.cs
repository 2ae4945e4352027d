using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Data.Petitions;
using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions.Documents;
using Petitions.Services.Offices;
using Petitions.Services.Petitions.Documents;
using Petitions.Services.Reference;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>
/// Issues the documents of a review into the unit of work (domain.md 4.2): numbered from the same rows as every document of
/// the office, without gap and double. Whoever calls repeats a lost race through <see cref="ConflictRetry"/>.
/// </summary>
public sealed class ReviewPapers(PetitionsDbContext db, ReferenceCatalog reference, OfficeCatalog offices, ColumnProtector protector, TimeProvider clock)
{
    public const string Report = "AccountabilityReport";
    public const string Decision = "LiabilityDecision";
    public const string Receipt = "ServiceReceipt";

    private const string Zh = "zh-Hans";

    public async Task<ReviewDocument> IssueAsync(AccountabilityReview review, string type, Guid? officerId, Dictionary<string, string> fields, Actor actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = ChinaTime.DateOf(now);
        var matter = await db.Petitions.VisibleTo(Actor.System).AsNoTracking().Where(p => p.Id == review.PetitionId).Select(p => new { p.Number, p.Category, p.Track, p.ReceivedAt }).SingleAsync(ct);
        var office = offices.Office(review.OfficeId)!;
        var title = reference.Label("DocumentType", type, Zh);
        var number = reference.Flag("DocumentType", type, "numbered") ? await NumberAsync(office, type, today.Year, ct) : null;
        fields["office"] = office.NameZh;
        fields["officeAddress"] = office.AddressZh ?? "";
        fields["contact"] = office.Phone ?? "";
        fields["matter"] = matter.Number;
        fields["category"] = reference.Label("PetitionCategory", matter.Category, Zh);
        fields["receivedOn"] = Day(ChinaTime.DateOf(matter.ReceivedAt));
        fields["date"] = Day(today);
        fields["title"] = title;
        if (number is not null)
        {
            fields["number"] = number;
        }

        var holding = await db.DocumentTemplates.AsNoTracking().Where(t => t.Type == type && t.ValidFrom <= today && (t.ValidTo == null || t.ValidTo >= today)).ToListAsync(ct);
        var template = holding.Where(t => t.Fits("", matter.Category, matter.Track)).OrderByDescending(t => t.Rank).ThenByDescending(t => t.ValidFrom).FirstOrDefault();
        var document = ReviewDocument.Issue(new NewReviewDocument
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            ReviewId = review.Id,
            OfficerId = officerId,
            Type = type,
            Title = title,
            NumberText = number,
            EncryptedFields = protector.Protect(JsonSerializer.Serialize(fields)),
            TemplateId = template?.Id,
            IssuedBy = actor.StaffId,
        }, now);
        db.ReviewDocuments.Add(document);
        return document;
    }

    /// <summary>The paper as it was issued, whatever templates say today.</summary>
    public async Task<Paper> PaperAsync(ReviewDocument document, CancellationToken ct)
    {
        var template = document.TemplateId is { } id ? await db.DocumentTemplates.AsNoTracking().Where(t => t.Id == id).Select(t => t.Text).SingleAsync(ct) : null;
        var fields = JsonSerializer.Deserialize<Dictionary<string, string>>(protector.Unprotect(document.Fields))!;
        fields.TryAdd("number", document.NumberText ?? "");
        return PaperComposer.Compose(document.Type, document.Title, template, fields);
    }

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<string> NumberAsync(Office office, string type, int year, CancellationToken ct)
    {
        var word = reference.Text("DocumentType", type, "word")!;
        var counter = await db.DocumentCounters.FindAsync([office.Id, word, year], ct);
        if (counter is null)
        {
            counter = DocumentCounter.Start(office.Id, word, year);
            db.DocumentCounters.Add(counter);
        }

        return DocumentIssuer.NumberText(office.ShortZh, word, year, counter.Next());
    }
}
