using Petitions.Domain.Receptions;

namespace Petitions.Services.Receptions;

/// <summary>A receipt for papers as it is printed.</summary>
public sealed record MaterialReceiptSheet
{
    public required Guid ReceptionId { get; init; }

    public required Guid OfficeId { get; init; }

    public required string Ticket { get; init; }

    public required int Number { get; init; }

    public required IReadOnlyList<TranscriptMaterial> Lines { get; init; }

    public required string Digest { get; init; }

    public required DateTime At { get; init; }

    public required string GivenBy { get; init; }

    public required IReadOnlyList<string> Visitors { get; init; }
}
