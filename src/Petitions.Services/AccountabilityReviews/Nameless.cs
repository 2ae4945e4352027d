using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain;
using Petitions.Domain.AccountabilityReviews;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>What leaves the department names neither an officer under review nor anybody who proposed, opened, investigated or decided it (seed feature 7).</summary>
internal static class Nameless
{
    /// <exception cref="RuleBrokenException"><paramref name="code"/>, when a name stands in the text.</exception>
    public static async Task RequireAsync(PetitionsDbContext db, AccountabilityReview review, string text, string code, CancellationToken ct)
    {
        List<Guid> people =
        [
            .. review.Officers.SelectMany(o => new Guid?[] { o.StaffId, o.DecidedBy }).Concat(review.Members.SelectMany(m => new Guid?[] { m.StaffId, m.AppointedBy }))
                .Concat(review.Triggers.Select(t => t.ProposedBy)).Append(review.DecidedBy).OfType<Guid>().Distinct(),
        ];
        var names = await db.Staff.AsNoTracking().Where(s => people.Contains(s.Id)).Select(s => s.Name).ToListAsync(ct);
        Rule.Require(!names.Exists(name => text.Contains(name, StringComparison.Ordinal)), code);
    }
}
