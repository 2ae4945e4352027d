using Petitions.Domain.People;

namespace Petitions.Services.Appointments;

/// <summary>One appointment as the desk sees it.</summary>
public sealed record BookingSheet
{
    public required BookingLine Line { get; init; }

    public required Guid OfficeId { get; init; }

    public DateTime? EndsAt { get; init; }

    public DateTime? HeldUntil { get; init; }

    public string? Reason { get; init; }

    public string? Topic { get; init; }

    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Telephone and mail; the address of a home visit is whole only for who goes there (domain.md row 23).</summary>
    public IdentityBlock Contact { get; init; } = new();

    public bool AddressMasked { get; init; }

    /// <summary>Number of the tied matter.</summary>
    public string? Matter { get; init; }

    public string? SecondOfficer { get; init; }

    public string? EndReason { get; init; }

    public DateTime? RequestedAt { get; init; }

    public IReadOnlyList<SheetPerson> Persons { get; init; } = [];

    public IReadOnlyList<BookingWish> Wishes { get; init; } = [];
}
