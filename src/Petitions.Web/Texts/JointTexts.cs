namespace Petitions.Web.Texts;

/// <summary>Marker of Texts/JointTexts.resx (Chinese) and JointTexts.en.resx: joint visits and escalation.</summary>
public sealed class JointTexts;
