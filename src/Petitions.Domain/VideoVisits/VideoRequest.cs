namespace Petitions.Domain.VideoVisits;

/// <summary>What a request for a reception by video begins with.</summary>
public sealed record VideoRequest
{
    public required Guid AppointmentId { get; init; }

    /// <summary>The office applied to: that of the point where who asks will sit (RV14-5).</summary>
    public required Guid JoiningOfficeId { get; init; }

    public required Guid JoiningPointId { get; init; }

    /// <summary>The office asked to hear.</summary>
    public required Guid HearingOfficeId { get; init; }

    /// <summary>By when it must be passed on (VIDEO_FORWARD_2WD); null where the office hears itself, or the rule is off.</summary>
    public DateOnly? ForwardDueOn { get; init; }

    /// <summary>When who must pass it on is reminded.</summary>
    public DateOnly? WarnOn { get; init; }

    /// <summary>The version of the rule it began under.</summary>
    public int? RuleVersion { get; init; }
}
