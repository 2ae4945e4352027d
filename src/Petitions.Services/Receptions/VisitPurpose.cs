namespace Petitions.Services.Receptions;

/// <summary>What a visitor comes for, as far as the first desk asks.</summary>
public enum VisitPurpose
{
    /// <summary>Is heard at a counter; the matter is taken down there.</summary>
    Later,

    /// <summary>A petition recorded with the visit.</summary>
    Petition,

    /// <summary>Something for a matter that runs already.</summary>
    Matter,

    /// <summary>A question.</summary>
    Enquiry,
}
