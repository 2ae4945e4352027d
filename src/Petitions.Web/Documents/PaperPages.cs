using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Petitions.Services.Petitions.Documents.Pdf;

namespace Petitions.Web.Documents;

/// <summary>Renders a print view into a page that stands alone, for the PDF: the same view and style sheet as on the screen.</summary>
public sealed class PaperPages(IRazorViewEngine engine, IWebHostEnvironment environment)
{
    private const string Layout = "~/Views/Shared/_PdfLayout.cshtml";

    /// <param name="controller">Whose request it is; its view data go along.</param>
    /// <param name="view">Path of the view.</param>
    /// <param name="model">Its model.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="more">A further style sheet of the page, after that of all papers.</param>
    public async Task<PrintPage> RenderAsync(Controller controller, string view, object model, CancellationToken ct, string? more = null)
    {
        var found = engine.GetView(null, view, isMainPage: true);
        found.EnsureSuccessful(null);
        var data = new ViewDataDictionary(controller.ViewData) { Model = model };
        data["Layout"] = Layout;
        await using var text = new StringWriter();
        await found.View!.RenderAsync(new ViewContext(controller.ControllerContext, found.View, data, controller.TempData, text, new HtmlHelperOptions()));
        return new PrintPage(text.ToString(), await CssAsync("css/doc.css", ct) + (more is null ? "" : await CssAsync(more, ct)));
    }

    private async Task<string> CssAsync(string path, CancellationToken ct)
    {
        await using var css = environment.WebRootFileProvider.GetFileInfo(path).CreateReadStream();
        using var reader = new StreamReader(css);
        return await reader.ReadToEndAsync(ct);
    }
}
