namespace Petitions.Browser.Tests.Harness;

/// <summary>How a page is looked at: width, language, elder mode, high contrast, with or without scripts.</summary>
public sealed record PageSettings(int Width = 1440, string Culture = "zh-Hans", bool Elder = false, bool Contrast = false, bool JavaScript = true)
{
    /// <summary>A desk screen or a phone.</summary>
    public int Height => Width < 600 ? 844 : 900;

    public override string ToString() =>
        $"{Width} px, {Culture}{(Elder ? ", elder" : "")}{(Contrast ? ", contrast" : "")}{(JavaScript ? "" : ", no script")}";
}
