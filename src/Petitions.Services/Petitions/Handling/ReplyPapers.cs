using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Domain.Petitions.Replies;
using Petitions.Services.Petitions.Documents;
using Petitions.Services.Petitions.Screening;
using Petitions.Services.Reference;

namespace Petitions.Services.Petitions.Handling;

/// <summary>The letter of a result reply: which document it is, who approves it, and how it is issued.</summary>
public sealed class ReplyPapers(PetitionsDbContext db, ScreeningPapers papers, RemedyRule remedies, ReferenceCatalog reference)
{
    /// <summary>An opinion in the ordinary track (T22-32), a reply letter otherwise.</summary>
    public static string TypeOf(Petition petition) => TypeOf(petition.Track);

    public static string TypeOf(string? track) => track == "Ordinary" ? "PetitionOpinion" : "ReplyLetter";

    /// <summary>The role that approves such a letter, or one above it.</summary>
    public string ApproverOf(Petition petition) => reference.Text("DocumentType", TypeOf(petition), "approver")!;

    public Task<Reply> ResultAsync(Petition petition, CancellationToken ct) => db.Replies
        .Where(r => r.PetitionId == petition.Id && r.Kind == "Result" && r.State != ReplyState.Recalled).SingleOrNotFoundAsync(ct);

    /// <summary>Issues the letter and tells the petitioner.</summary>
    public Task<IReadOnlyList<Fact>> TellAsync(Petition petition, Reply reply, Actor actor, CancellationToken ct) =>
        papers.TellAsync(petition, TypeOf(petition), Fields(reply), actor, null, ct);

    /// <summary>Issues the letter for the file; nobody is told.</summary>
    public Task<IssuedPaper> FileAsync(Petition petition, Reply reply, Actor actor, CancellationToken ct) =>
        papers.LetterAsync(petition, TypeOf(petition), Fields(reply), actor, ct);

    /// <summary>What an issued opinion means for the clocks of the matter.</summary>
    public static IEnumerable<Fact> IssuedFacts(Petition petition, Guid document)
    {
        yield return new OpinionIssued(petition.Id, document);
        if (petition.SubCategory is "A6" or "A7")
        {
            yield return new SupervisionDecisionIssued(petition.Id, document);
        }
    }

    private Dictionary<string, string> Fields(Reply reply) => new(FieldsOf(reply, reference)) { ["remedyLimit"] = remedies.Limit(reply.Remedy) };

    internal static Dictionary<string, string> FieldsOf(Reply reply, ReferenceCatalog reference) => new()
    {
        ["claims"] = reply.ClaimAnswers,
        ["facts"] = reply.Facts,
        ["law"] = reply.Law,
        ["articles"] = reply.Articles,
        ["reason"] = reply.Reason,
        ["result"] = reference.Label("ClaimAssessment", reply.Assessment, "zh-Hans"),
        ["remedy"] = reference.Label("Remedy", reply.Remedy, "zh-Hans"),
    };
}
