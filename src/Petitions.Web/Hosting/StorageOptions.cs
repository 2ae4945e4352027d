using System.ComponentModel.DataAnnotations;

namespace Petitions.Web.Hosting;

/// <summary>Section <c>Storage</c>: the folder of the embedded database and, in Development, of the keys.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>Relative paths start at the content root.</summary>
    [Required(ErrorMessage = "Storage:DataPath must name a folder.")]
    public string DataPath { get; init; } = "data";
}
