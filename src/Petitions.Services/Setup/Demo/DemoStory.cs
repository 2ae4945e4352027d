using Petitions.Domain.People;

namespace Petitions.Services.Setup;

/// <summary>One invented matter: who, what, how many days ago it was filed, and how far it has come.</summary>
internal sealed record DemoStory(
    int DaysAgo, string Name, string Category, string? SubCategory, string Title, string Text, string Request, DemoStage Stage)
{
    public string Channel { get; init; } = "Online";

    public string IdentityMode { get; init; } = "RealNameUnverified";

    public string NoticeWay { get; init; } = "Portal";

    /// <summary>Where letters reach him; null for a matter that is only looked up on the portal.</summary>
    public string? Address { get; init; }

    public string? Phone { get; init; }

    public string Confidentiality { get; init; } = "Normal";

    public string Urgency { get; init; } = "Normal";

    public IReadOnlyList<RespondentDetails> Respondents { get; init; } = [];
}
