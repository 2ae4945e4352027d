using System.Text.Json;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>A fact that may propose a review.</summary>
public sealed record TriggerEvent(Guid FactId, string Kind, Guid SubjectId, DateTime At, string Data)
{
    /// <summary>The matter it is about: facts of commitments and joint visits name it in their data.</summary>
    public Guid MatterId => Guid.TryParse(Text("petitionId"), out var named) ? named : SubjectId;

    public string? Text(string name)
    {
        using var json = JsonDocument.Parse(Data);
        return json.RootElement.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
    }

    public bool Is(string name)
    {
        using var json = JsonDocument.Parse(Data);
        return json.RootElement.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True;
    }
}
