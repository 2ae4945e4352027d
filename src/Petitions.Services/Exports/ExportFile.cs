using Petitions.Domain.Exports;

namespace Petitions.Services.Exports;

/// <summary>An export's file as it is sent.</summary>
public sealed record ExportFile(string Name, Stream Content, ExportFormat Format, DateTime MadeAt);
