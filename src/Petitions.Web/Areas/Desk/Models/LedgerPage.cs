using Petitions.Services.Receptions.Ledger;
using Petitions.Services.Receptions.Statistics;

namespace Petitions.Web.Areas.Desk.Models;

/// <summary>A page of the register of visits, or all of it for the printer.</summary>
/// <param name="Filter">Within the reader's reach.</param>
/// <param name="Sum">Of the whole filter.</param>
/// <param name="Lines">Of this page.</param>
/// <param name="Next">Where the next page goes on; null on the last.</param>
/// <param name="Printed">All of it, for the printer.</param>
public sealed record LedgerPage(LedgerFilter Filter, VisitCount Sum, IReadOnlyList<LedgerLine> Lines, string? Next, bool Printed);
