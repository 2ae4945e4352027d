namespace Petitions.Domain.Exports;

/// <summary>Where an export stands.</summary>
public enum ExportState
{
    /// <summary>Asks for a second person: names in clear, or more rows than one person may take.</summary>
    AwaitingApproval,

    /// <summary>Waits for a node to make it.</summary>
    Queued,

    /// <summary>A node makes it.</summary>
    Running,

    /// <summary>The file can be fetched.</summary>
    Done,

    /// <summary>The second person said no.</summary>
    Refused,

    Cancelled,

    Failed,

    /// <summary>The file is deleted.</summary>
    Expired,
}
