using Petitions.Domain.Facts;

namespace Petitions.Domain.Receptions;

/// <summary>
/// The emergency button of a counter (紧急呼叫): who pressed it, where and when, and who answered. It says nothing of any
/// visitor. It stays open until somebody on duty has accepted it.
/// </summary>
public sealed class EmergencyCall
{
    private EmergencyCall()
    {
    }

    public Guid Id { get; private set; }

    public Guid OfficeId { get; private set; }

    public Guid ServicePointId { get; private set; }

    public int Counter { get; private set; }

    public Guid CalledBy { get; private set; }

    public DateTime CalledAt { get; private set; }

    public Guid? AcceptedBy { get; private set; }

    public DateTime? AcceptedAt { get; private set; }

    public int Version { get; private set; }

    public static (EmergencyCall Call, EmergencyCalled Fact) Press(Guid officeId, Guid servicePointId, int counter, Guid staffId, DateTime now)
    {
        now = CanonicalJson.ToMicroseconds(now);
        var call = new EmergencyCall
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            OfficeId = officeId,
            ServicePointId = servicePointId,
            Counter = counter,
            CalledBy = staffId,
            CalledAt = now,
            Version = 1,
        };
        return (call, new EmergencyCalled(call.Id, servicePointId, counter, staffId));
    }

    /// <summary>Somebody on duty comes. The save decides between two who accept at once: one is named.</summary>
    /// <exception cref="RuleBrokenException">emergency.accepted</exception>
    public EmergencyAccepted Accept(Guid staffId, DateTime now)
    {
        Rule.Require(AcceptedAt is null, "emergency.accepted");
        (AcceptedBy, AcceptedAt) = (staffId, CanonicalJson.ToMicroseconds(now));
        Version++;
        return new EmergencyAccepted(Id, staffId, (int)(AcceptedAt.Value - CalledAt).TotalSeconds);
    }
}
