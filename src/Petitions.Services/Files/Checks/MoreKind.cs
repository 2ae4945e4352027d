namespace Petitions.Services.Files.Checks;

/// <summary>A kind the operator takes besides the built-in ones, for example <c>ofd</c>.</summary>
public sealed class MoreKind
{
    /// <summary>Ending without the dot.</summary>
    public string Code { get; set; } = "";

    public string Type { get; set; } = "";

    /// <summary>The first bytes of every such file, hexadecimal.</summary>
    public string Magic { get; set; } = "";
}
