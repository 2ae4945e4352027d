using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Npgsql;

namespace Petitions.Bench;

/// <summary>
/// A hall on two nodes (journey J5, decision 0015): 20 desks at work, 10 calling screens and 500 waiting phones, each holding
/// its stream. A step every two seconds is ten times what 20 counters with conversations of a quarter of an hour make.
/// Measured from the press of a button at one node until the page held by the other shows it.
/// </summary>
public sealed partial class LiveHall(BenchOptions options, Report report)
{
    private const int Desks = 20;
    private const int Screens = 10;
    private const int Phones = 500;
    private const double Wanted = 2_000;
    private const double WantedMegabytes = 350;

    // Sitting down and the first call are before the morning.
    private const int OpeningDesks = 2;
    private const string Kiosk = $"/kiosk/{LiveCast.Hall}";
    private const string Screen = $"/display/{LiveCast.Hall}";

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Spread = TimeSpan.FromMilliseconds(700);
    private static readonly TimeSpan Last = TimeSpan.FromSeconds(10);

    private readonly List<LivePress> presses = [];
    private readonly List<LiveWatcher> watchers = [];
    private readonly List<LiveClerk> clerks = [];
    private readonly List<StaffSession> sessions = [];
    private int failed;

    public async Task RunAsync(TimeSpan morning)
    {
        Report.Note(Text($"{Environment.ProcessorCount} processors, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 20} MB, .NET {Environment.Version}, a morning of {morning.TotalSeconds:F0} s"));
        var portal = new PortalUnderTest(options, "bench_live");
        await portal.FillAsync(0, 0);
        await using var source = NpgsqlDataSource.Create(portal.Connection);
        var cast = await LiveCast.AddAsync(source, Desks);
        string[] nodes = [portal.Address, Text($"http://127.0.0.1:{options.Port + 1}")];
        await using var one = await portal.StartedNodeAsync("node-one", nodes[0]);
        await using var two = await portal.StartedNodeAsync("node-two", nodes[1]);
        try
        {
            var kiosk = await OpenAsync(nodes, cast);
            await SitDownAsync(nodes, cast, source);
            await MorningAsync(morning, kiosk, [one.Id, two.Id]);
            Say("node 1", one);
            Say("node 2", two);
        }
        finally
        {
            sessions.ForEach(session => session.Dispose());
        }
    }

    /// <summary>The devices of the hall, and a ticket of the kiosk for everybody: those after the first twenty wait with their phones.</summary>
    private async Task<StaffSession> OpenAsync(string[] nodes, LiveCast cast)
    {
        var admin = Keep(await StaffSession.SignInAsync(nodes[0], "SystemAdmin"));
        var kiosk = Keep(StaffSession.Nobody(nodes[1]));
        await kiosk.GetAsync($"{Kiosk}?key={await KeyAsync(admin, cast.Point, "Kiosk")}");
        var screen = await KeyAsync(admin, cast.Point, "Display");
        var passers = nodes.Select(node => Keep(StaffSession.Nobody(node)).Client).ToList();
        for (var number = 0; number < Screens; number++)
        {
            Watch(passers[number % 2], new LivePage { Kind = LiveKind.Screen, Node = number % 2, Address = $"{Screen}?key={screen}", Stream = $"{Screen}/live?key={screen}" });
        }

        for (var ticket = 1; ticket <= Desks + Phones; ticket++)
        {
            var token = await TicketAsync(kiosk);
            if (ticket > Desks)
            {
                Watch(passers[ticket % 2], new LivePage { Kind = LiveKind.Phone, Node = ticket % 2, Own = ticket, Address = $"/visits/{token}?culture=en", Stream = $"/visits/{token}/live", Spread = Spread });
            }
        }

        return kiosk;
    }

    /// <summary>Every clerk calls somebody; half of them are in conversation already.</summary>
    private async Task SitDownAsync(string[] nodes, LiveCast cast, NpgsqlDataSource source)
    {
        foreach (var (desk, (user, staff)) in cast.Clerks.Index())
        {
            var session = Keep(await StaffSession.SignInAsync(nodes[desk % 2], user));
            var clerk = new LiveClerk(session, source, staff, desk);
            await clerk.SitDownAsync(LiveCast.Hall);
            await clerk.StepAsync();
            if (desk < Desks / 2)
            {
                await clerk.StepAsync();
            }

            clerks.Add(clerk);
            Watch(session.Client, new LivePage { Kind = LiveKind.Desk, Node = desk % 2, Own = desk, Address = "/desk/queue", Stream = "/desk/queue/live" });
        }
    }

    private async Task MorningAsync(TimeSpan morning, StaffSession kiosk, int[] nodes)
    {
        var idle = nodes.Max(node => ProcFiles.PssMegabytes(node));
        using var over = new CancellationTokenSource();
        var streams = watchers.Select(watcher => watcher.FollowAsync(over.Token)).ToList();
        await Task.WhenAll(watchers.Select(watcher => watcher.Ready)).WaitAsync(TimeSpan.FromMinutes(1));
        var (cpu, asked) = (Cpu(nodes), watchers.Sum(watcher => watcher.Asked));
        var clock = Stopwatch.StartNew();
        for (var turn = 0; clock.Elapsed < morning; turn++)
        {
            // In turn one who ends and calls and one who begins: half the hall lies between them.
            if (await clerks[((turn / 2) + (turn % 2 * (Desks / 2))) % Desks].StepAsync() is { } press)
            {
                presses.Add(press);
            }

            if (turn % 4 == 3)
            {
                await TicketAsync(kiosk);
            }

            var rest = (Beat * (turn + 1)) - clock.Elapsed;
            await Task.Delay(rest > TimeSpan.Zero ? rest : TimeSpan.Zero);
        }

        var used = (Cpu(nodes) - cpu) / clock.Elapsed.TotalSeconds;
        await Task.Delay(Last);
        var loaded = nodes.Max(node => ProcFiles.PssMegabytes(node));
        Report.Note(Text($"{presses.Count} calls, {watchers.Sum(watcher => watcher.Asked) - asked} pages asked for by those who were told, {used:F2} processors for both nodes and the database"));
        await over.CancelAsync();
        await Task.WhenAll(streams);
        Print(idle, loaded);
    }

    private void Print(double idle, double loaded)
    {
        var unseen = 0;
        foreach (var (goal, kind) in new[] { ("L1", LiveKind.Screen), ("L2", LiveKind.Phone), ("L3", LiveKind.Desk) })
        {
            var (far, near) = (Shown(kind, sameNode: false), Shown(kind, sameNode: true));
            unseen += far.Failed + near.Failed;
            Report.Note(Text($"{kind}, on the node of the press: p50 {near.P50:F0}, p95 {near.P95:F0}, max {near.Max:F0} ms of {near.Count}"));
            report.Goal(goal, Text($"call at one node to a {kind} of the other, p50/p95/max of {far.Count}"), Text($"{far.P50:F0}/{far.P95:F0}/{far.Max:F0} ms"), "<= 2000 ms", far.Count > 0 && far.Max <= Wanted);
        }

        var desk = new Sample([.. clerks.SelectMany(clerk => clerk.Desks.Skip(OpeningDesks))], 0, TimeSpan.FromSeconds(1));
        var errors = failed + clerks.Sum(clerk => clerk.Failed) + watchers.Sum(watcher => watcher.Failures.Count);
        foreach (var met in watchers.SelectMany(watcher => watcher.Failures.Select(reason => (watcher.Page.Kind, watcher.Page.Node, reason))).CountBy(met => met))
        {
            Report.Note(Text($"{met.Value} times {met.Key.Kind} at node {met.Key.Node + 1}: {met.Key.reason}"));
        }

        report.Goal("L4", "failed requests and streams; calls that a page never showed", $"{errors}; {unseen}", "0; 0", errors == 0 && unseen == 0);
        report.Goal("L6", Text($"desk page with {Phones} waiting, p50/p95/max of {desk.Count}"), Text($"{desk.P50:F0}/{desk.P95:F0}/{desk.Max:F0} ms"), "p95 <= 200 ms", desk.Count > 0 && desk.P95 <= 200);
        report.Goal("L5", Text($"memory of the larger node (PSS): before; with {watchers.Count / 2} streams"), Text($"{idle:F0}; {loaded:F0} MB"), "<= 350 MB", loaded <= WantedMegabytes);
    }

    /// <summary>How long each call took until each page of a kind showed it; a page that never did counts as failed.</summary>
    private Sample Shown(LiveKind kind, bool sameNode)
    {
        var (took, unseen) = (new List<double>(), 0);
        foreach (var watcher in watchers.Where(watcher => watcher.Page.Kind == kind))
        {
            foreach (var press in presses.Where(press => press.Node == watcher.Page.Node == sameNode && watcher.Page.Concerns(press)))
            {
                if (watcher.When(sign => watcher.Page.Shows(press, sign)) is { } at)
                {
                    took.Add(Stopwatch.GetElapsedTime(press.At, at).TotalMilliseconds);
                }
                else
                {
                    unseen++;
                }
            }
        }

        return new Sample(took, unseen, TimeSpan.FromSeconds(1));
    }

    /// <summary>What a node warned of, each line once: why it answered as it did.</summary>
    private static void Say(string name, OwnProcess node)
    {
        foreach (var line in node.Lines.Select(line => Numbers().Replace(line, "#")).CountBy(line => line).OrderByDescending(line => line.Value).Take(10))
        {
            Report.Note(Text($"{name}, {line.Value} times: {line.Key}"));
        }
    }

    private async Task<string> TicketAsync(StaffSession kiosk)
    {
        var (status, slip, _) = await kiosk.PostAsync(Kiosk, Kiosk, ("SubmissionKey", Guid.NewGuid().ToString()), ("Topic", "A"));
        if (slip is null)
        {
            throw new InvalidOperationException($"The kiosk gave no ticket: {(int)status}.");
        }

        failed += (await kiosk.GetAsync(slip)).Status == HttpStatusCode.OK ? 0 : 1;
        return slip.Split('/')[^1];
    }

    private static async Task<string> KeyAsync(StaffSession admin, Guid point, string kind)
    {
        var page = $"/admin/service-points/{point}/devices";
        var (status, _, html) = await admin.PostAsync(page, page, ("kind", kind), ("name", "bench"));
        return Key().Match(html) is { Success: true } key ? key.Groups[1].Value : throw new InvalidOperationException($"No key of a {kind}: {(int)status}.");
    }

    private void Watch(HttpClient client, LivePage page) => watchers.Add(new LiveWatcher(client, page));

    private StaffSession Keep(StaffSession session)
    {
        sessions.Add(session);
        return session;
    }

    private double Cpu(int[] nodes) => nodes.Sum(node => ProcFiles.CpuSeconds(node)) + ProcFiles.CpuSeconds(options.PostgresPid);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("[?&;]key=([A-Za-z0-9_-]{22})")]
    private static partial Regex Key();

    [GeneratedRegex("[0-9a-f-]*[0-9][0-9a-f-]*")]
    private static partial Regex Numbers();
}
