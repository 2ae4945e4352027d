namespace Petitions.Domain.Retaliation;

/// <summary>Where the retaliation is said to come from: it decides who may read the report.</summary>
public enum RetaliationSource
{
    /// <summary>People outside this office.</summary>
    Outside,

    /// <summary>Somebody of this office.</summary>
    Office,

    /// <summary>Not known; taken as if it came from this office.</summary>
    Unknown,
}
