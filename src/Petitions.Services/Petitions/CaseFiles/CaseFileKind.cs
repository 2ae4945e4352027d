namespace Petitions.Services.Petitions.CaseFiles;

/// <summary>What one item of a case file is; a document is called by its own name.</summary>
public enum CaseFileKind
{
    Leaders,
    RegistrationSheet,
    Petition,
    Additions,
    Joined,
    Document,
    Transcript,
    Notes,
    Arrangements,
    Clocks,
    Checks,
    Attachments,
    Proposals,
    Opinion,
    Delivery,
    Timeline,
}
