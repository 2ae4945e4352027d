using Petitions.Data;
using Petitions.Domain;

namespace Petitions.Services.Petitions.Documents.Templates;

/// <summary>Which fields a document of a type has (<c>document_fields.csv</c>): what a template may name, and what the program fills.</summary>
public static class DocumentFields
{
    private static readonly ILookup<string, DocumentField> ByType = Read();

    /// <summary>Those of every document, then those of the type.</summary>
    public static IReadOnlyList<DocumentField> Of(string type) => [.. ByType["*"], .. ByType[type]];

    public static IReadOnlySet<string> Names(string type) => Of(type).Select(field => field.Name).ToHashSet();

    /// <summary>Invented values, for the preview.</summary>
    public static Dictionary<string, string> Samples(string type) => Of(type).ToDictionary(field => field.Name, field => field.Sample);

    private static ILookup<string, DocumentField> Read() => CsvTable.Embedded(typeof(PetitionsDbContext), "document_fields.csv")
        .SelectMany(row => CsvTable.Codes(row["types"]).Select(type => (Type: type, Field: new DocumentField(row["field"], row["zh"], row["en"], row["sample"]))))
        .ToLookup(pair => pair.Type, pair => pair.Field);
}
