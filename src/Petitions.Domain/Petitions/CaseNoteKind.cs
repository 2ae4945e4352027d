namespace Petitions.Domain.Petitions;

public enum CaseNoteKind
{
    Note,
    Contact,
    Check,
}
