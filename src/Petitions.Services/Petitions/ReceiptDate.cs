namespace Petitions.Services.Petitions;

/// <summary>A date by which the office owes an answer.</summary>
/// <param name="Clock">Rule id of <c>clock_rules.csv</c>.</param>
/// <param name="Due">The legal day.</param>
/// <param name="Provisional">Rests on a working calendar that is not announced yet.</param>
public sealed record ReceiptDate(string Clock, DateOnly Due, bool Provisional);
