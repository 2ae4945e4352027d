namespace Petitions.Domain.Receptions;

/// <summary>What a visit has to do with a matter.</summary>
public enum ReceptionMatterKind
{
    /// <summary>The matter was registered at this visit.</summary>
    Filed,

    /// <summary>The visit concerns a matter that ran already.</summary>
    Concerned,
}
