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
    public async Task<PrintPage> RenderAsync(Controller controller, string view, object model, CancellationToken ct)
    {
        var found = engine.GetView(null, view, isMainPage: true);
        found.EnsureSuccessful(null);
        var data = new ViewDataDictionary(controller.ViewData) { Model = model };
        data["Layout"] = Layout;
        await using var text = new StringWriter();
        await found.View!.RenderAsync(new ViewContext(controller.ControllerContext, found.View, data, controller.TempData, text, new HtmlHelperOptions()));
        await using var css = environment.WebRootFileProvider.GetFileInfo("css/doc.css").CreateReadStream();
        using var reader = new StreamReader(css);
        return new PrintPage(text.ToString(), await reader.ReadToEndAsync(ct));
    }
}
