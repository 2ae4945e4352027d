using Petitions.Domain.Petitions;

namespace Petitions.Web.Areas.Casework.Forms;

public sealed class ClassifyForm
{
    public string? Track { get; set; }

    public string? Category { get; set; }

    public string? SubCategory { get; set; }

    public string? CategoryReason { get; set; }

    public Classification Found => new()
    {
        Track = Track ?? "",
        Category = Category ?? "",
        SubCategory = string.IsNullOrEmpty(SubCategory) ? null : SubCategory,
        CategoryReason = CategoryReason,
    };
}
