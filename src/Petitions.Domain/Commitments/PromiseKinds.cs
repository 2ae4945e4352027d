namespace Petitions.Domain.Commitments;

/// <summary>
/// Which fact of the matter keeps which promise of the office, and which facts end what was promised. Nothing keeps or
/// breaks a promise of the petitioner: those are in no table (journey J16, tester c).
/// </summary>
public static class PromiseKinds
{
    public static readonly IReadOnlyList<PromiseKind> Office = [PromiseKind.FirstContact, PromiseKind.NamedPerson, PromiseKind.ProceduralReply, PromiseKind.WrittenAnswer];

    public static readonly IReadOnlyList<PromiseKind> Petitioner = [PromiseKind.TruePapers, PromiseKind.OneChannel, PromiseKind.KeepOrder];

    private static readonly Dictionary<PromiseKind, string[]> Keeping = new()
    {
        [PromiseKind.FirstContact] = ["PetitionerContacted", "PetitionAnsweredOnTheSpot"],
        [PromiseKind.NamedPerson] = ["FirstHandlerNamed"],

        // What meets the clocks PROC_REPLY_7D and RESULT_REPLY_3M.
        [PromiseKind.ProceduralReply] =
        [
            "ProceduralReplySent", "AcceptanceNoticeSent", "NonAcceptanceNoticeSent", "TransferNoticeSent", "MaterialsRequested", "PetitionAnsweredOnTheSpot", "ResultReplySent",
        ],
        [PromiseKind.WrittenAnswer] = ["ProgressReplySent", "ResultReplySent", "OpinionServed", "NonAcceptanceNoticeSent", "TransferNoticeSent"],
    };

    private static readonly HashSet<string> Ending =
        ["PetitionClosed", "PetitionWithdrawn", "PetitionMerged", "NonAcceptanceDecided", "PetitionTransferred", "PetitionAnsweredOnTheSpot"];

    private static readonly HashSet<string> All = [.. Keeping.Values.SelectMany(kinds => kinds), .. Ending];

    public static IReadOnlyList<string> KeptBy(PromiseKind kind) => Keeping.TryGetValue(kind, out var kinds) ? kinds : [];

    /// <summary>Whether a fact of this kind can keep or end anything; asked of every save, so it costs nothing.</summary>
    public static bool Concerns(string factKind) => All.Contains(factKind);

    /// <summary>Whether the matter goes on no further here, so that what is not due yet is no longer owed.</summary>
    public static bool Ends(string factKind) => Ending.Contains(factKind);
}
