using Petitions.Domain.Exports;

namespace Petitions.Services.Exports;

/// <summary>Writes a sheet in one format. Whatever a petitioner typed stays text when it is opened (security.md C6).</summary>
public interface IExportWriter
{
    ExportFormat Format { get; }

    void Write(Stream target, ExportSheet sheet);
}
