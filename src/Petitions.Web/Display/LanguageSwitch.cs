using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Extensions;

namespace Petitions.Web.Display;

/// <summary>The address of this page in the other language: same path, same query.</summary>
public static class LanguageSwitch
{
    public static string To(string culture, HttpContext context)
    {
        var (path, query) = Shown(context);
        var pairs = query.Where(pair => pair.Key != "culture")
            .SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value ?? ""));
        return path + new QueryBuilder(pairs) { { "culture", culture } }.ToQueryString();
    }

    /// <summary>The address the visitor sees, without a chosen language (that is in the cookie by now).</summary>
    public static string Here(HttpContext context)
    {
        var (path, query) = Shown(context);
        var pairs = query.Where(pair => pair.Key != "culture")
            .SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value ?? ""));
        return path + new QueryBuilder(pairs).ToQueryString();
    }

    /// <summary>On an error page the request was run again under another address; the visitor still sees the first one.</summary>
    private static (string Path, IQueryCollection Query) Shown(HttpContext context)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is { } again)
            return (Path(again.OriginalPathBase + again.OriginalPath), Parse(again.OriginalQueryString));
        if (context.Features.Get<IExceptionHandlerPathFeature>() is { } failed)
            return (Path(context.Request.PathBase + failed.Path), context.Request.Query);
        return (Path(context.Request.PathBase + context.Request.Path), context.Request.Query);
    }

    private static string Path(string path) => new PathString(path.Length == 0 ? "/" : path).ToUriComponent();

    private static QueryCollection Parse(string? query) =>
        new(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query));
}
