namespace Petitions.Services.Files.Checks;

/// <summary>Says what is wrong with one kind of file, from its bytes alone and within bounds. Pure: nothing is opened or run.</summary>
public interface IFileCheck
{
    /// <summary>Code of the kind.</summary>
    string Kind { get; }

    /// <summary>The code of a refusal (<c>file.…</c>, a rule text in both languages), or null when all is well.</summary>
    string? Problem(byte[] content);
}
