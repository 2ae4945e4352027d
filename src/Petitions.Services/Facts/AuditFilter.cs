namespace Petitions.Services.Facts;

/// <param name="Kind">Code of a fact kind.</param>
/// <param name="Name">Name of the person who acted, or to whom it was done.</param>
/// <param name="Request">Trace id of the request, from the log or an error page.</param>
/// <param name="Before">Id of the last line seen.</param>
public sealed record AuditFilter(string? Kind, string? Name, DateOnly? From, DateOnly? To, Guid? Before, string? Request = null);
