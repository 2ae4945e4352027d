namespace Petitions.Domain.Receptions;

/// <summary>One stretch of a visit, to the second; at a counter and with a person where somebody had called.</summary>
public sealed record VisitPeriod(VisitPeriodKind Kind, DateTime From, DateTime To, int? Counter, Guid? StaffId)
{
    public TimeSpan Length => To - From;
}
