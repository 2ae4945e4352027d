namespace Petitions.Domain.Appointments;

/// <summary>Who comes and why, encrypted and indexed where it identifies or reaches somebody.</summary>
public sealed record BookingDetails
{
    /// <summary>List PetitionCategory; null when the citizen is not sure.</summary>
    public string? Reason { get; init; }

    /// <summary>In a few words.</summary>
    public string? Topic { get; init; }

    /// <summary>List SpecialNeed.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Telephone, mail and, for a home visit, address.</summary>
    public string? EncryptedContact { get; init; }

    public bool SmsAllowed { get; init; }

    public byte[]? ContactIndex { get; init; }

    public byte[]? IdIndex { get; init; }

    public Guid? PetitionId { get; init; }

    /// <summary>The officer asked for by name.</summary>
    public Guid? OfficerId { get; init; }

    /// <summary>Where a video reception would be joined.</summary>
    public Guid? ServicePointId { get; init; }

    public required IReadOnlyList<BookedPerson> Persons { get; init; }

    public IReadOnlyList<WishedTime> Wishes { get; init; } = [];

    /// <summary>By when a rule wants the request dealt with.</summary>
    public DateOnly? DueOn { get; init; }
}
