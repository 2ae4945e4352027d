using System.Globalization;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Clocks;
using Petitions.Services.Notices;
using Petitions.Services.Petitions.Documents;

namespace Petitions.Services.Petitions.Screening;

/// <summary>Issues the paper of a screening decision, tells the petitioner, and returns the facts of both.</summary>
public sealed class ScreeningPapers(DocumentIssuer issuer, NoticeOutbox outbox, ClockCatalog clocks)
{
    public async Task<IReadOnlyList<Fact>> TellAsync(
        Petition petition, string type, Dictionary<string, string> fields, Actor actor, Func<Guid, Fact>? sent, CancellationToken ct)
    {
        fields["to"] = petition.Parties.FirstOrDefault(party => party.Relation == "Petitioner")?.Name ?? "";
        var paper = await LetterAsync(petition, type, fields, actor, ct);
        outbox.TellPetitioner(petition, type, $"{type}/{paper.Document.Id:N}", fields, paper.Document.Id);
        return sent is null ? [paper.Fact] : [paper.Fact, sent(paper.Document.Id)];
    }

    /// <summary>A paper that does not go to the petitioner: no name of his enters by itself.</summary>
    public Task<IssuedPaper> LetterAsync(Petition petition, string type, Dictionary<string, string> fields, Actor actor, CancellationToken ct) =>
        issuer.IssueAsync(petition, type, fields, actor, ct);

    /// <summary>Last day for a progress or result reply, counted from receipt (CP19-163); empty when no such rule holds.</summary>
    public string ReplyLimit(Petition petition) => clocks.DueOf("RESULT_REPLY_3M", ChinaTime.DateOf(petition.ReceivedAt)) is { } limit ? Day(limit.Due) : "";

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
