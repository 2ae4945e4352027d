namespace Petitions.Services;

/// <summary>Missing, not yours or walled: the same answer (HTTP 404, security.md B5).</summary>
public sealed class NotFoundException : Exception;
