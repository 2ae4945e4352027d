using System.Text.Json;
using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Domain.Petitions.Documents;
using Petitions.Services.Petitions.Documents;

namespace Petitions.Services.Setup.Load;

/// <summary>The documents of one matter while it is told, under the numbers that were planned for them.</summary>
internal sealed class LoadPapers(LoadWorld world, LoadPlan plan, Petition petition, List<object> rows)
{
    private readonly Queue<(string Type, string Word, int Year, int Serial)> documents = new(plan.Documents);

    private Office Office => plan.Office.Office;

    public IssuedDocument Issue(string type, Dictionary<string, string> fields, Actor actor, DateTime now, out Fact issued)
    {
        var (planned, word, year, serial) = documents.Dequeue();
        if (planned != type)
        {
            throw new InvalidOperationException($"{type} is issued where {planned} was planned.");
        }

        fields["matter"] = petition.Number;
        fields["office"] = Office.NameZh;
        fields["contact"] = Office.Phone ?? "";
        fields["date"] = LoadMatter.Day(ChinaTime.DateOf(now));
        var (document, fact) = IssuedDocument.Issue(new NewDocument
        {
            PetitionId = petition.Id,
            OfficeId = petition.OfficeId,
            Type = type,
            Word = word,
            Year = year,
            Serial = serial,
            NumberText = DocumentIssuer.NumberText(Office.ShortZh, word, year, serial),
            Title = world.Label("DocumentType", type),
            ToPetitioner = type != "TransferLetter",
            EncryptedFields = world.Protector.Protect(JsonSerializer.Serialize(fields)),
            IssuedBy = actor.StaffId,
        }, now);
        rows.Add(document);
        issued = fact;
        return document;
    }
}
