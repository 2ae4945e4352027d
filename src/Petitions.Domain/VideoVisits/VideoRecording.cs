using System.Text.RegularExpressions;

namespace Petitions.Domain.VideoVisits;

/// <summary>
/// The recording of a reception by video: whether who is heard agrees, when it ran, and where it is kept with its length and
/// digest (journey J11 step 5). Refusing has no effect on being heard; taking the agreement back ends the recording.
/// </summary>
public sealed partial class VideoRecording
{
    public const int StoreMax = 300;
    public const int DigestLength = 64;

    private VideoRecording()
    {
    }

    public Guid AppointmentId { get; private set; }

    /// <summary>Null until asked.</summary>
    public RecordingConsent? Consent { get; private set; }

    public DateTime? ConsentAt { get; private set; }

    /// <summary>Who of the staff wrote the answer down; null where it was given online.</summary>
    public Guid? ConsentBy { get; private set; }

    public DateTime? StartedAt { get; private set; }

    public DateTime? StoppedAt { get; private set; }

    /// <summary>Where the file lies; never in the database.</summary>
    public string? Store { get; private set; }

    public int? Seconds { get; private set; }

    /// <summary>SHA-256, lower-case hexadecimal.</summary>
    public string? Digest { get; private set; }

    public DateTime? RegisteredAt { get; private set; }

    public int Version { get; private set; }

    public bool IsRunning => StartedAt is not null && StoppedAt is null;

    internal static VideoRecording Of(Guid appointmentId) => new() { AppointmentId = appointmentId, Version = 1 };

    /// <summary>Yes or no. A no after a yes takes it back, and ends what runs. The same answer again changes nothing.</summary>
    public IReadOnlyList<RecordingRegistered> Answer(bool agrees, Guid? staffId, DateTime now)
    {
        var next = agrees ? RecordingConsent.Agreed : Consent is RecordingConsent.Agreed or RecordingConsent.Withdrawn ? RecordingConsent.Withdrawn : RecordingConsent.Refused;
        if (Consent == next)
        {
            return [];
        }

        (Consent, ConsentAt, ConsentBy) = (next, now, staffId);
        Version++;
        var step = next switch { RecordingConsent.Agreed => RecordingStep.Agreed, RecordingConsent.Refused => RecordingStep.Refused, _ => RecordingStep.Withdrawn };
        List<RecordingRegistered> facts = [new(AppointmentId, step, now, staffId)];
        if (next == RecordingConsent.Withdrawn && IsRunning)
        {
            facts.Add(Stop(staffId, now));
        }

        return facts;
    }

    /// <exception cref="RuleBrokenException">recording.no-consent, recording.started.</exception>
    public RecordingRegistered Start(Guid staffId, DateTime now)
    {
        Rule.Require(Consent == RecordingConsent.Agreed, "recording.no-consent");
        Rule.Require(StartedAt is null, "recording.started");
        StartedAt = now;
        Version++;
        return new RecordingRegistered(AppointmentId, RecordingStep.Started, now, staffId);
    }

    /// <exception cref="RuleBrokenException">recording.not-running</exception>
    public RecordingRegistered Stop(Guid? staffId, DateTime now)
    {
        Rule.Require(IsRunning, "recording.not-running");
        StoppedAt = now;
        Version++;
        return new RecordingRegistered(AppointmentId, RecordingStep.Stopped, now, staffId);
    }

    /// <summary>Where the file lies, how long it is and its digest; once, so that a changed file is seen.</summary>
    /// <exception cref="RuleBrokenException">recording.running, recording.registered, recording.store, recording.seconds, recording.digest.</exception>
    public RecordingRegistered Register(string? store, int seconds, string? digest, Guid staffId, DateTime now)
    {
        Rule.Require(StoppedAt is not null, "recording.running");
        Rule.Require(RegisteredAt is null, "recording.registered");
        var place = Rule.RequireText(store, StoreMax, "recording.store");
        Rule.Require(seconds > 0, "recording.seconds");
        var sum = Plain(digest);
        Rule.Require(sum is not null, "recording.digest");
        (Store, Seconds, Digest, RegisteredAt) = (place, seconds, sum, now);
        Version++;
        return new RecordingRegistered(AppointmentId, RecordingStep.Registered, now, staffId, seconds, sum, place);
    }

    /// <summary>Whether a file with this digest is the one that was registered; null where the digest is none.</summary>
    public bool? Matches(string? digest) => Plain(digest) is { } sum ? sum == Digest : null;

    private static string? Plain(string? digest) => digest?.Trim().ToLowerInvariant() is { } sum && Hexadecimal().IsMatch(sum) ? sum : null;

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex Hexadecimal();
}
