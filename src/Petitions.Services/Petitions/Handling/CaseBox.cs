namespace Petitions.Services.Petitions.Handling;

/// <summary>A list of matters with a question of its own. Count and rows of a box come from one expression.</summary>
public enum CaseBox
{
    /// <summary>Assigned to me now.</summary>
    Mine,

    /// <summary>Everything open within my reach.</summary>
    Open,

    /// <summary>The register: everything within my reach, ended too.</summary>
    All,

    /// <summary>Not yet accepted: nobody is answerable yet.</summary>
    New,

    /// <summary>Due today or in the next two days.</summary>
    Due,

    /// <summary>Past the due date.</summary>
    Overdue,

    /// <summary>A draft reply waits for me: I may approve it and am not its handler.</summary>
    Approval,

    /// <summary>Closed, for the archive.</summary>
    Closed,
}
