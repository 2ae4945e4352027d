namespace Petitions.Domain.Clocks;

/// <summary>One extension of a clock (延期), with the due date it replaced.</summary>
public sealed class ClockExtension
{
    private ClockExtension()
    {
    }

    public Guid Id { get; private set; }

    public Guid ClockId { get; private set; }

    public int Amount { get; private set; }

    public ClockUnit Unit { get; private set; }

    public string Reason { get; private set; } = "";

    public Guid Approver { get; private set; }

    public DateOnly GrantedOn { get; private set; }

    public DateOnly OldDueOn { get; private set; }

    public DateOnly? NoticeSentOn { get; private set; }

    /// <summary>The petitioner is told before the old due date; a late notice is recorded as it was.</summary>
    public bool NoticeInTime => NoticeSentOn < OldDueOn;

    internal static ClockExtension Grant(Guid clockId, ExtensionGrant grant, DateOnly oldDueOn, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        ClockId = clockId,
        Amount = grant.Span.Amount,
        Unit = grant.Span.Unit,
        Reason = grant.Reason,
        Approver = grant.Approver,
        GrantedOn = grant.GrantedOn,
        OldDueOn = oldDueOn,
    };

    internal void RecordNotice(DateOnly on)
    {
        Rule.Require(NoticeSentOn is null, "clock.extension-notice-already-sent");
        Rule.Require(on >= GrantedOn, "clock.extension-notice-before-grant");
        NoticeSentOn = on;
    }
}
