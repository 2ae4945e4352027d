namespace Petitions.Domain.JointVisits;

/// <summary>What the petitioner answered when asked whether he brings an agent or needs an interpreter.</summary>
public enum JointNeed
{
    NotAsked,
    Needed,
    NotNeeded,
}
