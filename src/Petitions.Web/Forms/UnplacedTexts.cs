using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Petitions.Web.Errors;

namespace Petitions.Web.Forms;

/// <summary>
/// Texts of a refused form that do not stand on its page: a colleague ended meanwhile what the form was for, and its field
/// is gone; or a list has a form in each row. The layout shows them below the page, to be copied: nothing typed is lost.
/// </summary>
internal static class UnplacedTexts
{
    public static IReadOnlyList<string> Of(HttpContext context, IHtmlContent page, HtmlEncoder encoder)
    {
        if (context.Response.StatusCode != StatusCodes.Status422UnprocessableEntity || !HttpMethods.IsPost(context.Request.Method) || !context.Request.HasFormContentType)
        {
            return [];
        }

        using var writer = new StringWriter();
        page.WriteTo(writer, encoder);
        var html = writer.ToString();
        return [.. context.Request.Form
            .Where(field => !Resend.IsSecret(field.Key))
            .SelectMany(field => field.Value.OfType<string>())
            .Select(text => text.Trim())
            .Where(text => IsWritten(text) && !html.Contains(encoder.Encode(text), StringComparison.Ordinal))];
    }

    /// <summary>Words of a person, not a key or a choice.</summary>
    private static bool IsWritten(string text) => text.Any(c => char.IsWhiteSpace(c) || !char.IsAscii(c));
}
