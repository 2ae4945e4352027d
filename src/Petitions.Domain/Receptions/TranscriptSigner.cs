namespace Petitions.Domain.Receptions;

/// <summary>Somebody who is to sign a transcript.</summary>
/// <param name="Role">As what.</param>
/// <param name="Id">The visitor or the member of staff; an interpreter has none and is all zero.</param>
/// <param name="Name">Null when the visitor keeps his name to himself.</param>
public sealed record TranscriptSigner(SignerRole Role, Guid Id, string? Name)
{
    /// <summary>Stands in addresses and forms.</summary>
    public string Key => $"{Role}-{Id:N}";

    public bool IsStaff => Role is SignerRole.Receiver or SignerRole.SecondReceiver;

    /// <summary>The visitor and whoever speaks for the visitors: one of them signs first.</summary>
    public bool IsVisitor => Role is SignerRole.Visitor or SignerRole.Representative or SignerRole.Agent;
}
