namespace Petitions.Web.Api.V1;

/// <summary>The receipt. Whoever holds number and query code can follow the matter; hash and salt prove what was filed.</summary>
public sealed record ReceiptBody(
    string Number, string? QueryCode, DateTimeOffset ReceivedAt, string ReceiptHash, string ReceiptSalt, IReadOnlyList<DueDateBody> DueDates);
