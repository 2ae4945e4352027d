using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Domain.Notices;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Notices;

namespace Petitions.Services.Setup.Load;

/// <summary>The notices of one matter while it is told: queued as <see cref="NoticeOutbox"/> does, sent a little later by machine or by hand.</summary>
internal sealed class LoadMail(LoadWorld world, LoadOffice office, Petition petition, LoadChain chain, List<object> rows)
{
    private static readonly TimeSpan DispatchAfter = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan DeliveredAfter = TimeSpan.FromDays(3);

    private readonly PriorityQueue<Notice, DateTime> outgoing = new();

    /// <summary>When the next one goes out.</summary>
    public DateTime NextAt => outgoing.TryPeek(out _, out var at) ? at : DateTime.MaxValue;

    private Office Office => office.Office;

    private Guid? Clerk => office.All("ReceptionOfficer").FirstOrDefault()?.Id;

    public void SendNext()
    {
        var (at, notice) = (NextAt, outgoing.Dequeue());
        if (notice is { IsLetter: true, State: NoticeState.Sent })
        {
            notice.Deliver();
            rows.Add(notice.Step(notice.PostalNumber, Clerk, at));
            return;
        }

        if (SendOut(notice, at) is { } sent)
        {
            chain.Record(Actor.System, [sent], at);
        }

        if (notice.IsLetter)
        {
            rows.Add(notice.Step(notice.PostalNumber, Clerk, at));
            outgoing.Enqueue(notice, at + DeliveredAfter);
        }
    }

    public void TellPetitioner(string template, string key, DateTime now)
    {
        Queue(Notice.Portal, template, template, $"{key}/{Notice.Portal}", null, now);
        var told = new HashSet<(string, string)>();
        foreach (var party in petition.Parties.Where(party => party.Identity is not null))
        {
            foreach (var (channel, address) in NoticeOutbox.Channels(petition, party, world.Protector.UnprotectBlock(party.Identity!)))
            {
                if (told.Add((channel, address)))
                {
                    Queue(channel, template, NoticeOutbox.TextOf(channel, template), $"{key}/{channel}/{party.Id:N}", address, now);
                }
            }
        }
    }

    public void TellStaff(Staff staff, string template, string key, DateTime now, IReadOnlyDictionary<string, string>? more = null)
    {
        if (petition.IsWalled(staff.Id, staff.NameKey, world.LineOf(staff.DepartmentId)))
        {
            return;
        }

        var (subject, body) = world.Notices.Render(template, "zh-Hans", Values(more));
        Send(Notice.Queue(new NewNotice
        {
            Key = $"{petition.Id:N}/{key}/{staff.Id:N}",
            PetitionId = petition.Id,
            StaffId = staff.Id,
            Channel = Notice.Portal,
            Template = template,
            Language = "zh-Hans",
            Subject = subject,
            EncryptedBody = world.Protector.Protect(body),
        }, now), now);
    }

    private Dictionary<string, string> Values(IReadOnlyDictionary<string, string>? more) => new(more ?? new Dictionary<string, string>())
    {
        ["number"] = petition.Number,
        ["office"] = Office.NameZh,
        ["officeEn"] = Office.NameEn,
        ["phone"] = Office.Phone ?? "",
    };

    private void Queue(string channel, string template, string text, string key, string? address, DateTime now)
    {
        var (subject, body) = world.Notices.Render(text, petition.Language, Values(null));
        Send(Notice.Queue(new NewNotice
        {
            Key = $"{petition.Id:N}/{key}",
            PetitionId = petition.Id,
            OfficeId = petition.OfficeId,
            Channel = channel,
            Template = template,
            Language = petition.Language,
            Subject = subject,
            EncryptedBody = world.Protector.Protect(body),
            EncryptedAddress = address is null ? null : world.Protector.Protect(address),
        }, now), now);
    }

    private void Send(Notice notice, DateTime now)
    {
        rows.Add(notice);
        // A person posts letters and makes calls on the next working day.
        var byPerson = Notice.ByPerson.Contains(notice.Channel);
        outgoing.Enqueue(notice, byPerson
            ? ChinaTime.StartOfDayUtc(world.Calendar.NextWorkingDay(ChinaTime.DateOf(now).AddDays(1))).AddHours(10)
            : now + DispatchAfter);
    }

    private static Fact? SendOut(Notice notice, DateTime now)
    {
        if (notice.IsLetter)
        {
            return notice.Posted($"RA{(uint)notice.Id.GetHashCode() % 1_000_000_000:D9}CN", now);
        }

        if (notice.Channel == Notice.Telephone)
        {
            return notice.Called(reached: true, now);
        }

        notice.Take();
        return notice.MarkSent(now);
    }
}
