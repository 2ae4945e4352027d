namespace Petitions.Domain.Receptions;

/// <summary>How the person an agent speaks for has agreed to his looking into the matter (当事人同意). Without it the visit is not tied to a running matter.</summary>
public enum PrincipalConsent
{
    /// <summary>A power of attorney was shown (已出示授权委托书).</summary>
    AuthorizationShown,

    /// <summary>The principal is here and says so (当事人在场同意).</summary>
    PrincipalPresent,

    /// <summary>The principal was called back and says so (电话核实同意).</summary>
    ConfirmedByPhone,
}
