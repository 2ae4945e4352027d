using Petitions.Domain.Facts;

namespace Petitions.Domain.Exports;

/// <summary>Data left the portal in a file (导出数据): how many rows, by which filter, with whose second word (security.md C6, B10).</summary>
public sealed record ExportMade(Guid OfficeId, Guid ExportId, int Rows, string Format, bool WithNames, Guid? ApprovedBy, string Sha256, [property: Erasable] string Filter, [property: Erasable] string Reason) : Fact(OfficeId);
