namespace Petitions.Services.Notices;

/// <summary>
/// What stands on an envelope. A plain one (RP14-56) names no office and no matter: the receiver and a neutral box for
/// returns, or none.
/// </summary>
public sealed record Envelope(IReadOnlyList<string> To, IReadOnlyList<string> From, bool Plain, Guid LetterId);
