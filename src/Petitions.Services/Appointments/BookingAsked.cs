using Petitions.Domain.Appointments;
using Petitions.Services.Petitions;

namespace Petitions.Services.Appointments;

/// <summary>Who comes and why, as typed. A telephone or a mail address is asked for online; an identity number never.</summary>
public sealed record BookingAsked
{
    public string? Reason { get; init; }

    public string? Topic { get; init; }

    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Who books, with what reaches him.</summary>
    public FiledPerson Booker { get; init; } = new();

    /// <summary>Names of those who come along.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    public bool SmsAllowed { get; init; }

    /// <summary>The matter it is about, opened with number and query code before.</summary>
    public Guid? PetitionId { get; init; }

    /// <summary>Name of the officer asked for.</summary>
    public string? OfficerName { get; init; }

    /// <summary>Where a video reception would be joined.</summary>
    public Guid? ServicePointId { get; init; }

    public IReadOnlyList<WishedTime> Wishes { get; init; } = [];
}
