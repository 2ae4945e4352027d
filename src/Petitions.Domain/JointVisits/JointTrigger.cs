namespace Petitions.Domain.JointVisits;

/// <summary>Why a joint visit is proposed (seed feature 27).</summary>
public enum JointTrigger
{
    /// <summary>A person thinks it right.</summary>
    Person,

    /// <summary>As many registrations of one matter as the office has set.</summary>
    Registrations,

    /// <summary>The matter is older than the office has set.</summary>
    Age,
}
