using System.Text.Json;
using Petitions.Data.Keys;
using Petitions.Domain.Exports;

namespace Petitions.Services.Exports;

/// <summary>Keeps what an export is taken from encrypted: a search may hold a name.</summary>
public sealed class ExportSources(ColumnProtector protector)
{
    public string Seal(ExportSource source) => protector.Protect(JsonSerializer.Serialize(source));

    public ExportSource Open(ExportJob job) => JsonSerializer.Deserialize<ExportSource>(protector.Unprotect(job.SealedSource))!;

    /// <summary>For the fact of the export, which keeps it erasable.</summary>
    public string Describe(ExportJob job) => protector.Unprotect(job.SealedSource);
}
