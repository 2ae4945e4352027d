using Microsoft.EntityFrameworkCore.Metadata;

namespace Petitions.Data.Bulk;

/// <summary>A column and the property it is read from.</summary>
public sealed record BulkColumn(IProperty Property, string Name);
