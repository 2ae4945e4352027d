using Petitions.Domain.Facts;

namespace Petitions.Domain.Receptions;

/// <summary>Somebody comes, and nobody is turned away.</summary>
public sealed partial class Reception
{
    /// <summary>Somebody has come and gets a ticket; nobody is turned away (domain.md row 25).</summary>
    public static (Reception Reception, VisitorArrived Fact) Arrive(NewReception arrived, DateTime now)
    {
        now = CanonicalJson.ToMicroseconds(now);
        var came = arrived.ArrivedAt is { } earlier ? CanonicalJson.ToMicroseconds(earlier) : now;
        Rule.Require(came <= now && Clocks.ChinaTime.DateOf(came) == arrived.Day, "reception.arrived-at");
        Rule.Require(arrived.BookedAt is null || Clocks.ChinaTime.DateOf(arrived.BookedAt.Value) == arrived.Day, "reception.booked-day");
        Rule.Require(arrived.PaperSlip is null || arrived.ArrivedAt is not null, "reception.paper-slip-time");
        var late = came == now ? null : Rule.RequireText(arrived.LateReason, NoteMax, "reception.late-reason");
        Rule.Require(arrived.SubmissionKey != Guid.Empty, "reception.submission-key");
        Rule.Require(arrived.GroupSize is >= 1 and <= GroupMax, "reception.group-size");
        var reception = new Reception
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            SubmissionKey = arrived.SubmissionKey,
            OfficeId = arrived.OfficeId,
            ServicePointId = arrived.ServicePointId,
            Day = arrived.Day,
            Prefix = arrived.Ticket.Prefix,
            TicketNumber = arrived.Ticket.Number,
            Form = arrived.Form,
            State = ReceptionState.Waiting,
            GroupSize = arrived.GroupSize,
            IdentityCheck = arrived.IdentityCheck,
            Needs = string.Join('|', arrived.Needs),
            Priority = arrived.Priority,
            Topic = string.IsNullOrWhiteSpace(arrived.Topic) ? null : Rule.RequireText(arrived.Topic, TopicMax, "reception.topic"),
            CallByName = arrived.CallByName,
            RegisteredBy = arrived.RegisteredBy,
            SecondReceiverId = arrived.SecondReceiverId,
            QueueRank = arrived.BookedAt is not null ? QueuePlace.Booked : arrived.Priority is null ? QueuePlace.Arrival : QueuePlace.Priority,
            QueueAt = arrived.BookedAt is { } booked ? CanonicalJson.ToMicroseconds(booked) : came,
            ArrivedAt = came,
            BookedAt = arrived.BookedAt,
            Consent = arrived.Consent,
            PlaceToken = arrived.PlaceToken,
            Version = 1,
        };
        reception.visitors.AddRange(arrived.Visitors.Select((visitor, place) => ReceptionVisitor.Create(reception.Id, visitor, place, now)));
        if (!string.IsNullOrWhiteSpace(arrived.ActsFor))
        {
            reception.visitors[0].SpeakFor(arrived.ActsFor);
        }

        reception.Step(ReceptionStepKind.Arrived, arrived.RegisteredBy, null, came);
        return (reception, new VisitorArrived(reception.Id, reception.OfficeId, reception.ServicePointId, reception.Ticket.ToString(), reception.Form,
            reception.GroupSize, reception.IdentityCheck, reception.Needs, reception.Priority, late is null ? null : came, late, arrived.PaperSlip, arrived.Consent));
    }
}
