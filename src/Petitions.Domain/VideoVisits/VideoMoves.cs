namespace Petitions.Domain.VideoVisits;

/// <summary>The one table of allowed moves of a reception by video; a wrong move throws.</summary>
public static class VideoMoves
{
    private static readonly (VideoState From, string Verb, VideoState To)[] Table =
    [
        (VideoState.Requested, "Check", VideoState.Checked),
        (VideoState.Requested, "Forward", VideoState.Forwarded),
        (VideoState.Checked, "Forward", VideoState.Forwarded),
        (VideoState.Checked, "FixHere", VideoState.Fixed),
        (VideoState.Forwarded, "Fix", VideoState.Fixed),
        (VideoState.Fixed, "Fix", VideoState.Fixed),
        (VideoState.Fixed, "FixHere", VideoState.Fixed),
        (VideoState.Fixed, "Begin", VideoState.Begun),
        (VideoState.Begun, "Hold", VideoState.Held),
        (VideoState.Fixed, "Hold", VideoState.Held),
        (VideoState.Fixed, "Miss", VideoState.NoShow),
        (VideoState.Requested, "Refuse", VideoState.Refused),
        (VideoState.Checked, "Refuse", VideoState.Refused),
        (VideoState.Forwarded, "Refuse", VideoState.Refused),
        (VideoState.Requested, "CallOff", VideoState.CalledOff),
        (VideoState.Checked, "CallOff", VideoState.CalledOff),
        (VideoState.Forwarded, "CallOff", VideoState.CalledOff),
        (VideoState.Fixed, "CallOff", VideoState.CalledOff),
    ];

    public static bool Allows(VideoState from, string verb) => Table.Any(move => move.From == from && move.Verb == verb);

    /// <exception cref="RuleBrokenException">video.wrong-state</exception>
    public static VideoState Require(VideoState from, string verb)
    {
        Rule.Require(Allows(from, verb), "video.wrong-state");
        return Table.Single(move => move.From == from && move.Verb == verb).To;
    }
}
