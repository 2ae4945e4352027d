using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Services.Petitions.Screening;

namespace Petitions.Web.Areas.Casework.Forms;

/// <summary>The forms of the screening page; each uses its own fields, and a refused one shows the page again with what was typed.</summary>
public sealed class ScreeningForm
{
    public bool NoConflict { get; set; }

    public string? Urgency { get; set; }

    public string? Track { get; set; }

    public string? SubCategory { get; set; }

    public string? CategoryReason { get; set; }

    public List<string> Conditions { get; set; } = [];

    public bool IsProcuratorateRelated { get; set; }

    public string? Confidentiality { get; set; }

    public Guid? DepartmentId { get; set; }

    public Guid? FirstHandlerId { get; set; }

    public Guid? SubstituteId { get; set; }

    public string? OverrideReason { get; set; }

    public string? Items { get; set; }

    public string? Ground { get; set; }

    public string? RefuseReason { get; set; }

    public string? OrganKind { get; set; }

    public string? OrganName { get; set; }

    public string? Extract { get; set; }

    public string? TransferReason { get; set; }

    public RespondentKind RespondentKind { get; set; }

    public string? RespondentName { get; set; }

    public Guid? RespondentDepartmentId { get; set; }

    public Guid? RespondentStaffId { get; set; }

    public string? Answer { get; set; }

    public string? IdentityReason { get; set; }

    /// <summary>The second level names the first: a category is chosen with its sub-category, "Category/Sub".</summary>
    public Classification Found()
    {
        var parts = (SubCategory ?? "").Split('/', 2);
        return new Classification
        {
            Track = Track ?? "",
            Category = parts[0],
            SubCategory = parts.Length > 1 && parts[1].Length > 0 ? parts[1] : null,
            CategoryReason = CategoryReason,
            Urgency = Urgency ?? "",
            Confidentiality = Confidentiality ?? "",
            IsProcuratorateRelated = IsProcuratorateRelated,
            Conditions = Conditions,
        };
    }

    /// <summary>Answers of the other forms of the page, which the browser did not send.</summary>
    public ScreeningForm FilledFrom(ScreeningForm stored)
    {
        if (SubCategory is null)
        {
            (SubCategory, Track, Urgency, Confidentiality) = (stored.SubCategory, stored.Track, stored.Urgency, stored.Confidentiality);
            (Conditions, IsProcuratorateRelated) = (stored.Conditions, stored.IsProcuratorateRelated);
        }

        DepartmentId ??= stored.DepartmentId;
        return this;
    }

    public static ScreeningForm Of(ScreeningSheet sheet, Guid? department) => new()
    {
        Urgency = sheet.Urgency,
        Track = sheet.Track,
        SubCategory = $"{sheet.Category}/{sheet.SubCategory}",
        Conditions = [.. sheet.Conditions],
        IsProcuratorateRelated = sheet.IsProcuratorateRelated,
        Confidentiality = sheet.Confidentiality,
        DepartmentId = department,
    };
}
