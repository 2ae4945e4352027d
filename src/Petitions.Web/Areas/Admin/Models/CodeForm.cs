namespace Petitions.Web.Areas.Admin.Models;

public sealed class CodeForm
{
    public string? Code { get; set; }

    public string? ReturnUrl { get; set; }
}
