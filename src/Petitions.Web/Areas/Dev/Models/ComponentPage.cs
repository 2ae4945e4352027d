namespace Petitions.Web.Areas.Dev.Models;

/// <summary>The gallery's fields once as they should be filled and once with errors.</summary>
public sealed class ComponentPage
{
    public ComponentFields Right { get; } = ComponentFields.Filled();

    public ComponentFields Wrong { get; } = new();
}
