namespace Petitions.Web.Filing;

/// <summary>The questions of the petition form, in the order they are asked.</summary>
public enum FilingStep
{
    Consent,
    ForWhom,
    Category,
    SubCategory,
    Identity,
    Person,
    Principal,
    Contact,
    Respondents,
    Matter,
    Files,
    Office,
    Check,
}
