using Petitions.Domain.Retaliation;

namespace Petitions.Services.Retaliation;

/// <summary>A report in the list: what about and since when; its text stands on its own page.</summary>
public sealed record RetaliationLine(Guid Id, string Number, string Title, DateTime ReportedAt, RetaliationSource Source)
{
    /// <summary>Where the next page goes on.</summary>
    public string Key => FormattableString.Invariant($"{ReportedAt.Ticks}.{Id:N}");
}
