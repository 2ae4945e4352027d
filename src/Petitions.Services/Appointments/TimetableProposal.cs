using Petitions.Domain.Appointments;

namespace Petitions.Services.Appointments;

/// <summary>What the making of the timetable would do with one day of a regular reception day; shown before it is done.</summary>
/// <param name="Rule">The regular day.</param>
/// <param name="RuleDay">The day it names.</param>
/// <param name="Day">The day on which the session is held; null when it is left out.</param>
/// <param name="LeaderId">Who sits: whose turn it is, or the next in turn who is there.</param>
/// <param name="StandsIn">The one whose turn it is, is away.</param>
/// <param name="Fit">Why the named day was moved or left out.</param>
public sealed record TimetableProposal(TimetableRule Rule, DateOnly RuleDay, DateOnly? Day, Guid? LeaderId, bool StandsIn, SessionFit Fit)
{
    public bool IsMoved => Day is not null && Day != RuleDay;

    /// <summary>The day would do, but none of the leaders is there.</summary>
    public bool NobodyThere => Day is null && Fit == SessionFit.Fits;
}
