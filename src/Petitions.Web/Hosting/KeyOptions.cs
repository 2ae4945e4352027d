namespace Petitions.Web.Hosting;

/// <summary>Section <c>Keys</c>: the folder of the installation's keys, outside the database and outside every backup.</summary>
public sealed class KeyOptions
{
    public const string Section = "Keys";

    /// <summary>Required in Production; in Development <c>keys</c> under the data folder, made on first start.</summary>
    public string? Path { get; init; }
}
