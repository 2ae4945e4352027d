namespace Petitions.Services.Setup;

/// <summary>How far an invented matter has come.</summary>
internal enum DemoStage
{
    Registered,
    Screening,
    AwaitingMaterials,
    Accepted,
    InHandling,
    Withdrawn,
}
