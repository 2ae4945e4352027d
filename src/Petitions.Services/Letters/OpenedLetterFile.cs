using Petitions.Domain.Letters;

namespace Petitions.Services.Letters;

/// <summary>A scan of a letter in a list.</summary>
/// <param name="Pages">Pages of a PDF that can be shown as pictures.</param>
public sealed record OpenedLetterFile(Guid Id, LetterFileKind Kind, string Name, string Type, long Length, bool Openable, int Pages)
{
    /// <summary>A browser can show it beside the form.</summary>
    public bool IsPicture => Type is "jpg" or "png";
}
