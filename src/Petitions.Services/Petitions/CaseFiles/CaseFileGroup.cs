namespace Petitions.Services.Petitions.CaseFiles;

/// <summary>Parts of a case file (案卷) in the order of the archive (domain.md 2.8): the order here is the order on paper.</summary>
public enum CaseFileGroup
{
    Instructions,
    Registration,
    Matter,
    Notes,
    Plan,
    Evidence,
    Discussion,
    Report,
    Decision,
    Others,
}
