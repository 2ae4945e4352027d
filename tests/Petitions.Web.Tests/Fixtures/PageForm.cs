using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Petitions.Web.Tests.Fixtures;

/// <summary>
/// A form of a page as it stands, found by the address it (or one of its buttons) posts to, with its own request token and
/// hidden fields. Another form's token would hide that this one has none, and a field it does not hold that nobody can fill it in.
/// </summary>
internal sealed class PageForm
{
    public const string TokenName = "__RequestVerificationToken";

    /// <summary>The page itself, where relative addresses start; the host does not matter.</summary>
    private static readonly Uri Site = new("http://page.test");
    private readonly List<KeyValuePair<string, string>> hidden;

    private PageForm(string address, string token, List<KeyValuePair<string, string>> hidden) => (Address, Token, this.hidden) = (address, token, hidden);

    /// <summary>Where the form posts to, its query with it.</summary>
    public string Address { get; }

    public string Token { get; }

    /// <param name="html">The page.</param>
    /// <param name="page">Where it was fetched from: a form without an action posts there.</param>
    /// <param name="action">Where the form must post to. Its query counts only when it is given.</param>
    /// <param name="fields">What will be filled in; of several forms the one that holds these fields, and these values where they are hidden, is taken.</param>
    public static PageForm Of(string html, string page, string action, params IReadOnlyCollection<(string Name, string Value)> fields)
    {
        using var document = new HtmlParser().ParseDocument(html);
        var forms = document.QuerySelectorAll("form").Where(form => "post".Equals(form.GetAttribute("method"), StringComparison.OrdinalIgnoreCase)).ToList();
        var found = forms.SelectMany(form => Targets(form, page).Where(target => Means(action, target)).Take(1).Select(target => (Form: form, Target: target)))
            .OrderBy(pair => Missing(pair.Form, fields).Count()).ThenBy(pair => Hidden(pair.Form).Count(own => fields.Any(field => Same(field.Name, own.Key) && field.Value != own.Value))).FirstOrDefault();
        if (found.Form is null)
        {
            Assert.Fail($"{page} has no form that posts to {action}, but to: {string.Join(", ", forms.SelectMany(form => Targets(form, page)).Distinct())}");
        }

        var missing = Missing(found.Form, fields).ToList();
        Assert.True(missing.Count == 0, $"The form of {page} that posts to {action} has no field {string.Join(", ", missing)}.");
        var token = found.Form.QuerySelector($"input[name={TokenName}]")?.GetAttribute("value");
        Assert.False(string.IsNullOrEmpty(token), $"The form of {page} that posts to {action} carries no request token.");
        return new PageForm(found.Target, token!, [.. Hidden(found.Form)]);
    }

    /// <summary>What the form sends: its token, its hidden fields, what was typed (in place of a hidden field of that name).</summary>
    public FormUrlEncodedContent Filled(params (string Name, string Value)[] fields) => new(
        [new(TokenName, Token), .. hidden.Where(own => !fields.Any(field => Same(field.Name, own.Key))), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);

    private static IEnumerable<string> Targets(IElement form, string page) =>
        form.QuerySelectorAll("[formaction]").Select(button => button.GetAttribute("formaction")).Prepend(form.GetAttribute("action"))
            .Select(target => (string.IsNullOrEmpty(target) ? new Uri(Site, page) : new Uri(new Uri(Site, page), target)).PathAndQuery);

    private static bool Means(string action, string target) => action == (action.Contains('?', StringComparison.Ordinal) ? target : target.Split('?')[0]);

    private static IEnumerable<KeyValuePair<string, string>> Hidden(IElement form) => form.QuerySelectorAll("input[type=hidden][name]")
        .Where(input => input.GetAttribute("name") != TokenName).Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? ""));

    private static IEnumerable<string> Missing(IElement form, IReadOnlyCollection<(string Name, string Value)> fields)
    {
        var held = Controls(form).Select(control => control.GetAttribute("name")!).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return fields.Select(field => field.Name).Where(name => !held.Contains(name));
    }

    /// <summary>Fields within the form, and those elsewhere on the page that say they are its own.</summary>
    private static IEnumerable<IElement> Controls(IElement form) =>
        form.QuerySelectorAll("input[name],select[name],textarea[name],button[name]").Concat(
            form.Id is { Length: > 0 } id ? form.Owner!.QuerySelectorAll($"[form='{id}'][name]") : []);

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
