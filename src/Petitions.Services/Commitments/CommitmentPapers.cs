using Petitions.Domain.Clocks;
using Petitions.Domain.Commitments;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Notices;
using Petitions.Services.Petitions.Documents;
using Petitions.Services.Petitions.Screening;

namespace Petitions.Services.Commitments;

/// <summary>The letter of commitment (双向承诺书) with both columns, numbered, issued when it is signed; its words stand in the template.</summary>
public sealed class CommitmentPapers(DocumentIssuer issuer, NoticeOutbox outbox)
{
    public const string Type = "CommitmentLetter";

    /// <summary>Signs with the letter: the document, the notice that it is there, and the facts of both.</summary>
    /// <exception cref="Domain.RuleBrokenException">commitment.answered, commitment.offer-over.</exception>
    public async Task<IReadOnlyList<Fact>> SignAsync(Petition petition, Commitment commitment, CommitmentWay way, Actor actor, DateTime now, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(now);
        commitment.RequireSignable(today);
        var fields = new Dictionary<string, string>
        {
            ["signedOn"] = ScreeningPapers.Day(today),
            ["endOn"] = ScreeningPapers.Day(commitment.EndOn),
            [$"way{way}"] = "1",
        };
        foreach (var promise in commitment.OfficePromises)
        {
            fields[Field(promise.Kind)] = ScreeningPapers.Day(promise.DueOn!.Value);
        }

        foreach (var promise in commitment.PetitionerPromises)
        {
            fields[Field(promise.Kind)] = "1";
        }

        fields["to"] = petition.Parties.FirstOrDefault(party => party.Relation == "Petitioner")?.Name ?? "";
        var paper = await issuer.IssueAsync(petition, Type, fields, actor, ct);
        outbox.TellPetitioner(petition, Type, $"{Type}/{paper.Document.Id:N}", fields, paper.Document.Id);
        return [paper.Fact, .. commitment.Sign(way, paper.Document.Id, actor.StaffId, now)];
    }

    private static string Field(PromiseKind kind) => char.ToLowerInvariant(kind.ToString()[0]) + kind.ToString()[1..];
}
