namespace Petitions.Web.Areas.Desk.Forms;

/// <summary>A petition taken down during the conversation; the person is the visitor.</summary>
public sealed class VisitMatterForm : MatterFields;
