namespace Petitions.Domain;

/// <summary>A business rule refused the act. <see cref="Code"/> is stable and keys the localised text (HTTP 409).</summary>
public sealed class RuleBrokenException(string code, string? detail = null) : Exception(detail is null ? code : $"{code}: {detail}")
{
    public string Code { get; } = code;

    /// <summary>What the text names, for example the fact that bars a reviewer; never personal data.</summary>
    public string? Detail { get; } = detail;
}
