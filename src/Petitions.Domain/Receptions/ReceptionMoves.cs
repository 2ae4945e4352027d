namespace Petitions.Domain.Receptions;

/// <summary>The one table of allowed moves of a visit; a wrong move throws.</summary>
public static class ReceptionMoves
{
    private static readonly (ReceptionState From, string Verb, ReceptionState To)[] Table =
    [
        (ReceptionState.Waiting, "Call", ReceptionState.Called),
        (ReceptionState.Called, "CallAgain", ReceptionState.Called),
        (ReceptionState.Called, "Miss", ReceptionState.Missed),
        (ReceptionState.Missed, "Return", ReceptionState.Waiting),
        (ReceptionState.Called, "Start", ReceptionState.InReception),
        (ReceptionState.Called, "Park", ReceptionState.Parked),
        (ReceptionState.InReception, "Park", ReceptionState.Parked),
        (ReceptionState.Parked, "Unpark", ReceptionState.Waiting),
        (ReceptionState.Called, "SendOn", ReceptionState.Waiting),
        (ReceptionState.InReception, "SendOn", ReceptionState.Waiting),
        (ReceptionState.InReception, "End", ReceptionState.Ended),
        (ReceptionState.Waiting, "Leave", ReceptionState.Ended),
        (ReceptionState.Called, "Leave", ReceptionState.Ended),
        (ReceptionState.Missed, "Leave", ReceptionState.Ended),
        (ReceptionState.Parked, "Leave", ReceptionState.Ended),
    ];

    public static bool Allows(ReceptionState from, string verb) => Table.Any(move => move.From == from && move.Verb == verb);

    /// <exception cref="RuleBrokenException">reception.wrong-state</exception>
    public static ReceptionState Require(ReceptionState from, string verb)
    {
        Rule.Require(Allows(from, verb), "reception.wrong-state");
        return Table.Single(move => move.From == from && move.Verb == verb).To;
    }
}
