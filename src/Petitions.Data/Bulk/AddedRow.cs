using Microsoft.EntityFrameworkCore.Update;

namespace Petitions.Data.Bulk;

/// <summary>A row a save adds: how its table is written, the entity that holds its values, and the tracker's entry of it.</summary>
public sealed record AddedRow(BulkTable Table, object Entity, IUpdateEntry Entry);
