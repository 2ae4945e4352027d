using Petitions.Domain;
using Petitions.Domain.Receptions;
using Petitions.Services.Receptions;

namespace Petitions.Web.Areas.Desk.Forms;

/// <summary>The record of a conversation as it is typed.</summary>
public sealed class TranscriptForm
{
    /// <summary>Put the usual questions behind.</summary>
    public const string Questions = "questions";

    /// <summary>Save, and give more empty rows: without a script nobody else makes them.</summary>
    public const string More = "more";

    /// <summary>Stamp of the version that was shown.</summary>
    public int Seen { get; set; }

    /// <summary>Random for each page that is shown; its script counts the turns.</summary>
    public Guid PageKey { get; set; } = Guid.NewGuid();

    public int Turn { get; set; }

    public string? Category { get; set; }

    public string? Place { get; set; }

    public string? Interpreter { get; set; }

    public List<TranscriptRowForm> Rows { get; set; } = [];

    public string? ExplainedFacts { get; set; }

    public string? ExplainedLaw { get; set; }

    public string? ExplainedReasons { get; set; }

    public List<TranscriptMaterialForm> Materials { get; set; } = [];

    public bool RightsTold { get; set; }

    public bool ReadBack { get; set; }

    public string? Reason { get; set; }

    /// <summary>What the button is for; saving when it says nothing.</summary>
    public string? Do { get; set; }

    /// <summary>What stands there. Running text of an old version becomes a free line, so that nothing is lost when it is corrected.</summary>
    public static TranscriptForm Of(TranscriptSheet? sheet, string place) => sheet is null ? new() { Place = place } : new()
    {
        Seen = sheet.Stamp,
        Category = sheet.Text.Category,
        Place = sheet.Text.Place,
        Interpreter = sheet.Text.Interpreter,
        Rows = sheet.Text is { Rows.Count: 0, Statement.Length: > 0 }
            ? [new() { Speaker = TranscriptSpeaker.Line, Text = sheet.Text.Statement }]
            : [.. sheet.Text.Rows.Select(row => new TranscriptRowForm { Speaker = row.Speaker, Text = row.Text })],
        ExplainedFacts = sheet.Text.ExplainedFacts ?? sheet.Text.Explanation,
        ExplainedLaw = sheet.Text.ExplainedLaw,
        ExplainedReasons = sheet.Text.ExplainedReasons,
        Materials = sheet.Text is { MaterialRows.Count: 0, Materials: { } old }
            ? [.. old.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => new TranscriptMaterialForm { Name = line })]
            : [.. sheet.Text.MaterialRows.Select(Of)],
        RightsTold = sheet.Text.RightsTold,
        ReadBack = sheet.Text.ReadBack,
    };

    /// <summary>Empty rows were only places to write.</summary>
    public void Tidy()
    {
        Rows.RemoveAll(row => string.IsNullOrWhiteSpace(row?.Text));
        Materials.RemoveAll(material => string.IsNullOrWhiteSpace(material?.Name));
    }

    public WriteTranscript ToRequest() => new() { Text = ToText(), Seen = Seen, From = new PageTurn(PageKey, Turn), Reason = Reason, AddQuestions = Do == Questions };

    private TranscriptText ToText() => new()
    {
        Category = Clean(Category),
        Place = Place ?? "",
        Interpreter = Clean(Interpreter),
        Rows = [.. Rows.Select(row => new TranscriptRow(row.Speaker, TextLength.Lines(row.Text!).Trim()))],
        ExplainedFacts = Clean(ExplainedFacts),
        ExplainedLaw = Clean(ExplainedLaw),
        ExplainedReasons = Clean(ExplainedReasons),
        MaterialRows = [.. Materials.Select(material => new TranscriptMaterial(material.Name!.Trim(), material.Copies, material.Form == TranscriptMaterialForm.Original, material.Fate != TranscriptMaterialForm.Returned))],
        RightsTold = RightsTold,
        ReadBack = ReadBack,
    };

    public static string FieldOf(string code) => code switch
    {
        "petition.category" => nameof(Category),
        "transcript.place" => nameof(Place),
        "transcript.interpreter" => nameof(Interpreter),
        "transcript.part" => nameof(ExplainedFacts),
        "transcript.reason" => nameof(Reason),
        _ => "",
    };

    private static TranscriptMaterialForm Of(TranscriptMaterial material) => new()
    {
        Name = material.Name,
        Copies = material.Copies,
        Form = material.Original ? TranscriptMaterialForm.Original : null,
        Fate = material.Kept ? null : TranscriptMaterialForm.Returned,
    };

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : TextLength.Lines(text).Trim();
}
