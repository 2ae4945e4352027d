namespace Petitions.Domain.Petitions;

/// <summary>How something reached a running matter through a member of staff: by a call, a letter, a visit (seed feature 17).</summary>
/// <param name="Key">Random key of the form: sent twice, it is added once.</param>
/// <param name="Channel">List IntakeChannel.</param>
/// <param name="TakenBy">Who took it in.</param>
/// <param name="On">Legal day of the call, the letter's arrival or the visit.</param>
/// <param name="LateReason">Why it is entered days later.</param>
public sealed record AdditionOrigin(Guid Key, string Channel, Guid TakenBy, DateOnly On, string? LateReason = null);
