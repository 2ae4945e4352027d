using Petitions.Domain.People;

namespace Petitions.Services.Setup;

/// <summary>One invented matter: who, what, how many days ago it was filed, and how far it has come.</summary>
internal sealed record DemoStory(
    int DaysAgo, string Name, string Category, string? SubCategory, string Title, string Text, string Request, DemoStage Stage)
{
    public string Channel { get; init; } = "Online";

    public string IdentityMode { get; init; } = "RealNameUnverified";

    public string NoticeWay { get; init; } = "Portal";

    public string Confidentiality { get; init; } = "Normal";

    public string Urgency { get; init; } = "Normal";

    public IReadOnlyList<RespondentDetails> Respondents { get; init; } = [];
}
