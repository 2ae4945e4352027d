namespace Petitions.Services.Files.Checks;

/// <summary>A kind of file the portal takes: our own table, never what a browser claims (security.md C3).</summary>
/// <param name="Code">Stored with the file.</param>
/// <param name="Type">The type it is served as.</param>
/// <param name="Endings">Endings of its name, with the dot, lower case; the first is the one we give.</param>
/// <param name="Declared">Types a browser may declare for it.</param>
public sealed record FileKind(string Code, string Type, IReadOnlyList<string> Endings, IReadOnlyList<string> Declared)
{
    public const string Pdf = "pdf";
    public const string Jpg = "jpg";
    public const string Png = "png";
    public const string Docx = "docx";
    public const string Txt = "txt";

    public static readonly IReadOnlyList<FileKind> BuiltIn =
    [
        new(Pdf, "application/pdf", [".pdf"], ["application/pdf", "application/x-pdf"]),
        new(Jpg, "image/jpeg", [".jpg", ".jpeg"], ["image/jpeg", "image/jpg", "image/pjpeg"]),
        new(Png, "image/png", [".png"], ["image/png", "image/x-png"]),
        new(Docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", [".docx"],
            ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/zip", "application/x-zip-compressed"]),
        new(Txt, "text/plain; charset=utf-8", [".txt"], ["text/plain"]),
    ];

    public bool IsImage => Code is Jpg or Png;
}
