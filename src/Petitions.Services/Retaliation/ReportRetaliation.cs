using Petitions.Domain.Retaliation;

namespace Petitions.Services.Retaliation;

/// <summary>What a form reports.</summary>
/// <param name="Key">Random key of the form.</param>
/// <param name="Source">Where it is said to come from.</param>
/// <param name="Text">What happened.</param>
public sealed record ReportRetaliation(Guid Key, RetaliationSource? Source, string? Text);
