using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Domain.AccountabilityReviews.Timelines;
using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Services.Clocks;
using Petitions.Services.Petitions;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>
/// Reads what a timeline is rebuilt from: chain with head and texts, readings, rounds of replies; three statements,
/// however long the history is. The chain is checked with what was read, so a touched record shows at once.
/// </summary>
public sealed class TimelineReader(PetitionsDbContext db, ClockCatalog clocks, KeyRing keys, ColumnProtector protector, TimeProvider clock)
{
    private const string GapQuota = "REVIEW_GAP_DAYS";

    /// <summary>What is no reading of whoever handles: the review's own, reports of retaliation, and what was refused.</summary>
    private static readonly string[] NotOfTheHandling = [.. ReadLog.Confidential, RefusedReads.What];

    public async Task<RebuiltTimeline> ReadAsync(Guid petitionId, CancellationToken ct)
    {
        var rows = await db.Facts.AsNoTracking().Where(fact => fact.Subject == FactSubject.Petition && fact.SubjectId == petitionId)
            .LeftJoin(db.ChainHeads.AsNoTracking(), fact => new { fact.Subject, fact.SubjectId }, head => new { head.Subject, head.SubjectId }, (fact, head) => new { Fact = fact, Head = head })
            .OrderBy(row => row.Fact.Seq).ThenBy(row => row.Fact.Id)
            .Select(row => new { row.Fact, row.Head, Values = db.FactValues.Where(value => value.FactId == row.Fact.Id).ToList() })
            .AsSingleQuery().ToListAsync(ct);
        var reads = await db.ReadRecords.AsNoTracking().Where(read => read.PetitionId == petitionId && !NotOfTheHandling.Contains(read.What)).OrderBy(read => read.At).ThenBy(read => read.Id)
            .Select(read => new ReadingFact(read.StaffId, read.At)).ToListAsync(ct);
        var rounds = await db.Replies.AsNoTracking().IgnoreAutoIncludes().Where(reply => reply.PetitionId == petitionId).SelectMany(reply => reply.Rounds)
            .Select(round => new { round.ReplyId, round.Number, round.SubmittedBy, round.SubmittedAt, round.Facts, round.Law, round.Articles, round.Reason, round.ClaimAnswers })
            .ToListAsync(ct);
        var today = ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);
        var facts = rows.Select(row => Line(row.Fact)).ToList();
        var timeline = ReviewTimeline.Rebuild(new TimelineInput
        {
            Facts = facts,
            Reads = reads,
            Rounds = [.. rounds.Select(round => new TextRound(round.ReplyId, round.Number, round.SubmittedBy, round.SubmittedAt, new Dictionary<string, string>
            {
                ["Facts"] = round.Facts,
                ["Law"] = round.Law,
                ["Articles"] = round.Articles,
                ["Reason"] = round.Reason,
                ["ClaimAnswers"] = round.ClaimAnswers,
            }))],
            NoticeRules = clocks.Rules.Where(TriggerReader.IsNotice).Select(rule => rule.RuleId).ToHashSet(),
            GapDays = clocks.Quota(GapQuota, today).AsInteger(),
            Today = today,
        });
        var head = rows.Count == 0 ? null : rows[^1].Head;
        var chain = new ChainCopy(FactSubject.Petition, petitionId, head is null ? null : new HeadCopy(head.Seq, head.Hash, head.Signature, head.KeyId),
            [.. rows.Select(row => new ChainLine(FactLine.Of(row.Fact), row.Fact.Hash, [.. row.Values.Select(Clear)]))]);
        return new RebuiltTimeline(timeline, facts, Check(chain));
    }

    private static TimelineFact Line(FactRecord fact) => new()
    {
        Id = fact.Id,
        Seq = fact.Seq,
        Kind = fact.Kind,
        At = fact.At,
        On = fact.CountsFrom,
        ActorKind = fact.ActorKind,
        ActorId = fact.ActorId,
        DepartmentId = fact.DepartmentId,
        Values = Values(fact.Data),
    };

    /// <summary>A touched line may hold anything; what is no object has no values, and the check says what is wrong with it.</summary>
    private static Dictionary<string, string> Values(string data)
    {
        try
        {
            using var json = JsonDocument.Parse(data);
            return json.RootElement.ValueKind != JsonValueKind.Object ? [] : json.RootElement.EnumerateObject()
                .Where(field => field.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
                .DistinctBy(field => field.Name)
                .ToDictionary(field => field.Name, field => field.Value.ToString());
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private IReadOnlyList<ChainFinding> Check(ChainCopy chain)
    {
        using var publicKeys = new PublicKeys(keys.PublicKeys);
        var verifier = new ChainVerifier(publicKeys, []);
        verifier.Check(chain);
        return verifier.Finish(all: false).Findings;
    }

    private ClearValue Clear(FactValue value)
    {
        try
        {
            return new ClearValue(value.Name, value.Salt, value.Text is null ? null : protector.Unprotect(value.Text));
        }
        catch (Exception wrong) when (wrong is CryptographicException or FormatException or ArgumentException or InvalidOperationException)
        {
            return new ClearValue(value.Name, value.Salt, null, Unreadable: true);
        }
    }
}
