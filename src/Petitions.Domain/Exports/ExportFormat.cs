namespace Petitions.Domain.Exports;

public enum ExportFormat
{
    Xlsx,
    Csv,
}
