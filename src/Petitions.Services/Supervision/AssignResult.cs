namespace Petitions.Services.Supervision;

/// <summary>What became of one row; <paramref name="Refused"/> is the code of the rule that stood in the way, null when it is done.</summary>
public sealed record AssignResult(AssignRow Row, string? Refused);
