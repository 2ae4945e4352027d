using System.Diagnostics;
using System.Net;
using Npgsql;

namespace Petitions.Bench;

/// <summary>A clerk at a counter, who calls, begins and ends through the desk's own forms and reads the page each leads to.</summary>
public sealed class LiveClerk(StaffSession session, NpgsqlDataSource source, Guid staff, int desk)
{
    private Guid? visit;
    private bool begun;

    private readonly List<double> desks = [];

    public int Failed { get; private set; }

    /// <summary>How long the desk page took, each time it was led to, in milliseconds.</summary>
    public IReadOnlyList<double> Desks => desks;

    public Task SitDownAsync(string point) => PostAsync("/desk/place", ("point", point), ("counter", $"{desk + 1}"));

    /// <summary>Begins with whoever was called, or ends and calls the next one; null when nobody was called.</summary>
    public async Task<LivePress?> StepAsync()
    {
        if (visit is { } here && !begun)
        {
            begun = true;
            await PostAsync($"/desk/visits/{here}/start");
            return null;
        }

        if (visit is { } done)
        {
            await PostAsync($"/desk/visits/{done}/end", ("outcome", "Explained"));
        }

        var pressed = Stopwatch.GetTimestamp();
        await PostAsync("/desk/queue/next");
        begun = false;
        return await CalledAsync() is { } ticket ? new LivePress(desk, pressed, ticket) : null;
    }

    private async Task PostAsync(string path, params IReadOnlyList<(string Name, string Value)> fields)
    {
        var (status, location, _) = await session.PostAsync("/desk", path, fields);
        var led = status is HttpStatusCode.Redirect or HttpStatusCode.SeeOther;
        if (led)
        {
            var began = Stopwatch.GetTimestamp();
            led = (await session.GetAsync(location!)).Status == HttpStatusCode.OK;
            if (location == "/desk")
            {
                desks.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }

        Failed += led ? 0 : 1;
    }

    /// <summary>Whom the database says this clerk has called: the page says it in words.</summary>
    private async Task<int?> CalledAsync()
    {
        await using var command = source.CreateCommand("SELECT id, ticket_number FROM receptions WHERE receiver_id = $1 AND state = 'Called'");
        command.Parameters.Add(new NpgsqlParameter { Value = staff });
        await using var row = await command.ExecuteReaderAsync();
        if (!await row.ReadAsync())
        {
            (visit, Failed) = (null, Failed + 1);
            return null;
        }

        visit = row.GetGuid(0);
        return row.GetInt32(1);
    }
}
