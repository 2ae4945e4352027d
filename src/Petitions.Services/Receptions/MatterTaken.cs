using Petitions.Services.Petitions;

namespace Petitions.Services.Receptions;

/// <summary>A petition taken down by a clerk: at the desk, on the telephone, from a letter.</summary>
public sealed record MatterTaken
{
    public required string Category { get; init; }

    public string? SubCategory { get; init; }

    public string Urgency { get; init; } = "Normal";

    public string? Request { get; init; }

    public string? Text { get; init; }

    public IReadOnlyList<FiledRespondent> Respondents { get; init; } = [];

    /// <summary>List DeliveryWay.</summary>
    public string NoticeWay { get; init; } = "Portal";

    public bool SmsAllowed { get; init; }

    public FiledContact? Contact { get; init; }

    public string Language { get; init; } = "zh-Hans";

    /// <summary>All that was said, as one text beside a running matter.</summary>
    public string Whole => Domain.TextLength.Lines(string.Join('\n', new[] { Request, Text }.Where(part => !string.IsNullOrWhiteSpace(part))));
}
