namespace Petitions.Services.FollowUps;

/// <summary>A call that is owed: about the reply of a matter, or about a visit.</summary>
public sealed record CallbackLine(Guid Id, string? Number, string? Title, DateTime OpenedAt, DateOnly? DueOn, string? Officer, bool Mine, RatedVisit? Visit)
{
    /// <summary>Where the next page goes on.</summary>
    public string Key => FormattableString.Invariant($"{OpenedAt.Ticks}.{Id:N}");
}
