using Petitions.Domain.Receptions;

namespace Petitions.Services.Receptions;

/// <summary>Who is to sign the record of a visit: whoever came, the interpreter, both receivers (domain.md 4.2).</summary>
internal static class TranscriptSigners
{
    public static IReadOnlyList<TranscriptSigner> Of(Reception visit, string? interpreter, IReadOnlyDictionary<Guid, string> names)
    {
        var first = visit.ReceiverId ?? visit.RegisteredBy;
        List<TranscriptSigner> signers = [.. visit.Visitors.OrderBy(visitor => visitor.Id).Select(visitor => new TranscriptSigner(RoleOf(visitor.Relation), visitor.Id, visitor.Name))];
        if (interpreter is not null)
        {
            signers.Add(new TranscriptSigner(SignerRole.Interpreter, Guid.Empty, interpreter));
        }

        signers.Add(new TranscriptSigner(SignerRole.Receiver, first, names.GetValueOrDefault(first)));
        if (visit.SecondReceiverId is { } second)
        {
            signers.Add(new TranscriptSigner(SignerRole.SecondReceiver, second, names.GetValueOrDefault(second)));
        }

        return signers;
    }

    private static SignerRole RoleOf(string relation) => relation switch
    {
        "Representative" => SignerRole.Representative,
        "Agent" => SignerRole.Agent,
        _ => SignerRole.Visitor,
    };
}
