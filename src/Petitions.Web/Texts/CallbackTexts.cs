namespace Petitions.Web.Texts;

/// <summary>Marker of Texts/CallbackTexts.resx (Chinese) and CallbackTexts.en.resx.</summary>
public sealed class CallbackTexts;
