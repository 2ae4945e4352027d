namespace Petitions.Domain.Receptions;

/// <summary>The line: called, missed and back again, heard, set aside, sent on.</summary>
public sealed partial class Reception
{
    /// <summary>Called to a counter. The save decides between two who call at once.</summary>
    public TicketCalled Call(Guid staffId, int counter, DateTime now)
    {
        Move("Call");
        (ReceiverId, Counter, TargetCounter, Calls) = (staffId, counter, null, 1);
        CalledAt ??= now;
        Step(ReceptionStepKind.Called, staffId, counter, now);
        return new TicketCalled(Id, Ticket.ToString(), counter, staffId, Calls);
    }

    /// <exception cref="RuleBrokenException">reception.calls-spent after <paramref name="most"/> calls.</exception>
    public TicketCalled CallAgain(int most, DateTime now)
    {
        Move("CallAgain");
        Rule.Require(Calls < most, "reception.calls-spent");
        Calls++;
        Step(ReceptionStepKind.CalledAgain, ReceiverId, Counter, now);
        return new TicketCalled(Id, Ticket.ToString(), Counter!.Value, ReceiverId!.Value, Calls);
    }

    /// <summary>Not present after all calls; comes back the same day when he returns.</summary>
    /// <exception cref="RuleBrokenException">reception.call-first before <paramref name="most"/> calls.</exception>
    public TicketMissed Miss(int most, DateTime now)
    {
        Rule.Require(State != ReceptionState.Called || Calls >= most, "reception.call-first");
        Move("Miss");
        var (staff, counter) = (ReceiverId, Counter);
        (ReceiverId, Counter) = (null, null);
        Step(ReceptionStepKind.Missed, staff, counter, now);
        return new TicketMissed(Id, Ticket.ToString(), Calls);
    }

    /// <summary>Is back after a missed call and waits behind the others the rule names.</summary>
    public void Return(QueuePlace place, Guid staffId, DateTime now)
    {
        Move("Return");
        (QueueRank, QueueAt, Calls) = (place.Rank, place.At, 0);
        Step(ReceptionStepKind.Returned, staffId, null, now);
    }

    public ReceptionStarted Start(DateTime now)
    {
        Move("Start");
        StartedAt ??= now;
        Step(ReceptionStepKind.Started, ReceiverId, Counter, now);
        return new ReceptionStarted(Id, Ticket.ToString(), ReceiverId!.Value, SecondReceiverId, Counter);
    }

    /// <summary>Set aside: the counter is free, the visitor keeps his place.</summary>
    public void Park(DateTime now)
    {
        Move("Park");
        var (staff, counter) = (ReceiverId, Counter);
        (ReceiverId, Counter) = (null, null);
        Step(ReceptionStepKind.Parked, staff, counter, now);
    }

    public void Unpark(Guid staffId, DateTime now)
    {
        Move("Unpark");
        Step(ReceptionStepKind.Unparked, staffId, null, now);
    }

    /// <summary>To another counter, with a note; first in line there.</summary>
    /// <exception cref="RuleBrokenException">reception.note, reception.counter.</exception>
    public void SendOn(int counter, int counters, string? note, DateTime now)
    {
        Rule.Require(counter >= 1 && counter <= counters && counter != Counter, "reception.counter");
        var text = Rule.RequireText(note, NoteMax, "reception.note");
        Move("SendOn");
        var (staff, from) = (ReceiverId, Counter);
        (ReceiverId, Counter, TargetCounter, SentNote) = (null, null, counter, text);
        Step(ReceptionStepKind.SentOn, staff, from, now);
    }
}
