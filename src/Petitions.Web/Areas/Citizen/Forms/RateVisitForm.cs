namespace Petitions.Web.Areas.Citizen.Forms;

/// <summary>A visitor's rating of a reception: the aspects of a reply's but for the first handler, whom a visit does not have.</summary>
public sealed class RateVisitForm
{
    public string? Attitude { get; set; }

    public string? Timeliness { get; set; }

    public string? Result { get; set; }

    public string? Comment { get; set; }

    internal IEnumerable<(string Field, string? Value)> Aspects => [(nameof(Attitude), Attitude), (nameof(Timeliness), Timeliness), (nameof(Result), Result)];
}
