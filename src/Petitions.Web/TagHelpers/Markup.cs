using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Petitions.Web.TagHelpers;

/// <summary>Small pieces of HTML shared by the tag helpers. Everything passes through TagBuilder, so text is always encoded.</summary>
internal static class Markup
{
    public static TagBuilder Tag(string name, string? css = null, string? text = null, params (string Name, string? Value)[] attributes)
    {
        var tag = new TagBuilder(name);
        if (css is { Length: > 0 })
            tag.AddCssClass(css);
        foreach (var (key, value) in attributes)
            if (value is not null)
                tag.Attributes[key] = value;
        if (text is not null)
            tag.InnerHtml.Append(text);
        if (name is "input")
            tag.TagRenderMode = TagRenderMode.SelfClosing;
        return tag;
    }

    public static TagBuilder With(this TagBuilder tag, params IHtmlContent?[] children)
    {
        foreach (var child in children)
            if (child is not null)
                tag.InnerHtml.AppendHtml(child);
        return tag;
    }

    /// <summary>A picture from the sprite, always beside words and hidden from screen readers.</summary>
    public static TagBuilder Icon(ViewContext view, string name)
    {
        var request = view.HttpContext.Request;
        var assets = view.HttpContext.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>();
        var file = assets?["img/icons.svg"] ?? "img/icons.svg";
        return Tag("svg", "pt-icon", null, ("aria-hidden", "true"), ("focusable", "false"))
            .With(Tag("use", null, null, ("href", $"{request.PathBase}/{file}#{name}")));
    }

    public static TagBuilder Hidden(string text) => Tag("span", "visually-hidden", text);

    /// <summary>App-relative addresses (~/x) under the path base.</summary>
    public static string Href(ViewContext view, string href) =>
        href.StartsWith("~/", StringComparison.Ordinal) ? view.HttpContext.Request.PathBase + href[1..] : href;
}
