namespace Petitions.Web.Areas.Citizen.Forms;

public sealed class RateForm
{
    public string? Attitude { get; set; }

    public string? Timeliness { get; set; }

    public string? Result { get; set; }

    public string? FirstHandler { get; set; }

    public string? Comment { get; set; }

    internal IEnumerable<(string Field, string? Value)> Aspects =>
        [(nameof(Attitude), Attitude), (nameof(Timeliness), Timeliness), (nameof(Result), Result), (nameof(FirstHandler), FirstHandler)];
}
