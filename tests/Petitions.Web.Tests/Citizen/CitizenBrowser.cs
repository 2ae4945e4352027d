using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Petitions.Web.Tests.Citizen;

/// <summary>A browser without JavaScript: reads pages as documents and sends their forms as they stand.</summary>
internal sealed class CitizenBrowser(HttpClient client)
{
    public IHtmlDocument Page { get; private set; } = null!;

    public HttpStatusCode Status { get; private set; }

    public string Path { get; private set; } = "/";

    public string Heading => Page.QuerySelector("main h1")!.TextContent.Trim();

    public IReadOnlyList<string> Errors => [.. Page.QuerySelectorAll("#error-summary li").Select(item => item.TextContent.Trim())];

    public string? ById(string testId) => Page.QuerySelector($"[data-testid={testId}]")?.TextContent.Trim();

    public async Task GetAsync(string path) => await FollowAsync(await client.GetAsync(path), path);

    /// <summary>Sends the form that has a submit button, with these values; boxes and radios are chosen by value.</summary>
    public async Task SubmitAsync(params (string Name, string? Value)[] values) =>
        await FollowAsync(await client.PostAsync(Target(MainForm()), Content(MainForm(), values)), Path);

    /// <summary>Sends without following, for those who look at the answer itself.</summary>
    public Task<HttpResponseMessage> SendAsync(params (string Name, string? Value)[] values) => client.PostAsync(Target(MainForm()), Content(MainForm(), values));

    public async Task SubmitFormToAsync(string action)
    {
        var form = Page.QuerySelectorAll("form").Single(f => f.GetAttribute("action") == action);
        await FollowAsync(await client.PostAsync(action, Content(form, [])), action);
    }

    /// <summary>Leaves through another form first, then sends the one that was open, as somebody with an old page does.</summary>
    public async Task SubmitFormToAsync(string leave, string target, params (string Name, string? Value)[] values)
    {
        var content = Content(MainForm(), values);
        var token = MainForm().QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await client.PostAsync(leave, new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));
        await FollowAsync(await client.PostAsync(target, content), target);
    }

    private IElement MainForm() => Page.QuerySelectorAll("main form[method=post]").First(form => form.GetAttribute("action")?.EndsWith("/clear", StringComparison.Ordinal) != true);

    private string Target(IElement form) => form.GetAttribute("action") ?? Path;

    private static FormUrlEncodedContent Content(IElement form, (string Name, string? Value)[] values)
    {
        var fields = new List<KeyValuePair<string, string>>();
        var given = values.Select(value => value.Name).ToHashSet();
        foreach (var control in form.QuerySelectorAll("input,select,textarea"))
        {
            var name = control.GetAttribute("name");
            if (name is null || given.Contains(name) || (control is IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false }))
            {
                continue;
            }

            fields.Add(new(name, control switch
            {
                IHtmlSelectElement select => select.Value ?? "",
                IHtmlTextAreaElement area => area.Value,
                IHtmlInputElement input => input.Value,
                _ => "",
            }));
        }

        fields.AddRange(values.Where(value => value.Value is not null).Select(value => KeyValuePair.Create(value.Name, value.Value!)));
        return new FormUrlEncodedContent(fields);
    }

    private async Task FollowAsync(HttpResponseMessage answer, string path)
    {
        while (answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther)
        {
            path = answer.Headers.Location!.OriginalString;
            answer = await client.GetAsync(path);
        }

        Path = path;
        Status = answer.StatusCode;
        Page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
    }
}
