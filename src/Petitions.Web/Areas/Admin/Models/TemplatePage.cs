using Petitions.Services.Petitions.Documents.Templates;

namespace Petitions.Web.Areas.Admin.Models;

/// <summary>The versions of one template, newest first (none for a new one), and the form of the next.</summary>
public sealed record TemplatePage(IReadOnlyList<TemplateLine> Versions, TemplateForm Form)
{
    public TemplateLine? Newest => Versions.Count == 0 ? null : Versions[0];

    public IReadOnlyList<DocumentField> Fields => DocumentFields.Of(Form.Type ?? "");
}
