namespace Petitions.Domain.Receptions;

/// <summary>As what somebody signs a transcript (domain.md 4.2: signatures of the visitor and of who received him).</summary>
public enum SignerRole
{
    Visitor,
    Representative,
    Agent,
    Interpreter,
    Receiver,
    SecondReceiver,
}
