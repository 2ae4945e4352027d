namespace Petitions.Domain.JointVisits;

/// <summary>Which moves a joint visit may make; any other throws.</summary>
public static class JointVisitMoves
{
    private static readonly Dictionary<(JointVisitState From, string Verb), JointVisitState> Moves = new()
    {
        [(JointVisitState.Proposed, "Refuse")] = JointVisitState.Refused,
        [(JointVisitState.Proposed, "Call")] = JointVisitState.Called,
        [(JointVisitState.Called, "Postpone")] = JointVisitState.Proposed,
        [(JointVisitState.Called, "CallOff")] = JointVisitState.CalledOff,
        [(JointVisitState.Called, "Hold")] = JointVisitState.Held,
        [(JointVisitState.Held, "Confirm")] = JointVisitState.MinutesConfirmed,
        [(JointVisitState.MinutesConfirmed, "Finish")] = JointVisitState.MeasuresDone,
    };

    /// <exception cref="RuleBrokenException">joint.wrong-state</exception>
    public static JointVisitState Require(JointVisitState from, string verb)
    {
        Rule.Require(Moves.TryGetValue((from, verb), out var to), "joint.wrong-state");
        return to;
    }
}
