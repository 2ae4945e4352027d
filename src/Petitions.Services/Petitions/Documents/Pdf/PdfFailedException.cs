namespace Petitions.Services.Petitions.Documents.Pdf;

/// <summary>Chromium made no PDF: it is missing, it broke, or it took too long. The print view still works.</summary>
public sealed class PdfFailedException : Exception
{
    public PdfFailedException()
    {
    }

    public PdfFailedException(string message)
        : base(message)
    {
    }

    public PdfFailedException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
