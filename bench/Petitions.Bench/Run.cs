using System.Diagnostics;
using System.Globalization;
using Petitions.Data.Reads;

namespace Petitions.Bench;

/// <summary>One run over all sizes: loads, measures, prints. Every figure is a ratio of two things measured in this run, or stands beside its goal.</summary>
public sealed class Run(BenchOptions options)
{
    private readonly Report report = new();
    private readonly Dictionary<(string User, string Path, string Place), Dictionary<int, double>> pages = [];
    private readonly Dictionary<int, IReadOnlyDictionary<int, double>> searches = [];
    private readonly Dictionary<int, double> desks = [];

    public async Task AllAsync()
    {
        if (options.Live is { } morning)
        {
            await new LiveHall(options, report).RunAsync(morning);
            report.Print();
            return;
        }

        Report.Note($"{Environment.ProcessorCount} processors, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 20} MB, .NET {Environment.Version}, sizes {string.Join(", ", options.Sizes)}");
        foreach (var size in options.Sizes)
        {
            var portal = new PortalUnderTest(options, $"bench_{size}");
            await FillAsync(portal, size);
            if (size == options.Sizes[0] && options.Wants("P8"))
            {
                // Before anything is filed: notices on their way out would be counted too.
                await StatementsAsync(portal);
            }

            if (options.Wants("P3", "P4", "P6", "P7", "P10"))
            {
                await PagesAsync(portal, size);
            }

            if (size == options.Sizes[0] && options.Wants("P1", "P2"))
            {
                await SubmissionAsync(portal);
            }
        }

        if (options.Wants("P3", "P4", "P10"))
        {
            Compare();
        }

        if (options.Wants("P5"))
        {
            await EmbeddedAsync();
        }

        report.Print();
    }

    private async Task FillAsync(PortalUnderTest portal, int size)
    {
        var clock = Stopwatch.StartNew();
        await portal.FillAsync(0, 0);
        var empty = clock.Elapsed;
        clock.Restart();
        await portal.LoadAsync(size, Math.Max(1_000, size * 6 / 10));
        var took = clock.Elapsed;
        if (options.Wants("P4"))
        {
            clock.Restart();
            await portal.IndexAsync();
            Report.Note(Text($"search index of {size} petitions in {clock.Elapsed.TotalSeconds:F1} s"));
        }

        Report.Note(Text($"schema and demo data in {empty.TotalSeconds:F1} s; {size} petitions loaded in {took.TotalSeconds:F1} s"));
        if (size == options.Sizes[^1])
        {
            var million = took.TotalMinutes * 1_000_000 / size;
            report.Goal("P9", Text($"seed load, {size} petitions{(size == 1_000_000 ? "" : ", carried on to 1,000,000")}"), Text($"{million:F1} min"), "<= 10 min", million <= 10);
        }
    }

    private async Task PagesAsync(PortalUnderTest portal, int size)
    {
        using var sessions = new Sessions(portal.Address);
        await using (await portal.StartedAsync())
        {
            await sessions.OpenAsync(Pages.Lists.Select(page => page.User).Concat(Pages.Details.Select(page => page.User)));
        }

        await StartAsync(portal, sessions, size);
        await using var web = await portal.StartedAsync();
        await Task.Delay(TimeSpan.FromSeconds(2));
        var idle = ProcFiles.PssMegabytes(web.Id);
        foreach (var (user, path) in Pages.Lists)
        {
            foreach (var (place, address) in await PlacesAsync(sessions[user], path))
            {
                await PageAsync(sessions[user], (user, path, place), address, size);
            }
        }

        foreach (var (user, list, then) in Pages.Details)
        {
            if (NextLink.Row((await sessions[user].GetAsync(list)).Html, list) is { } row)
            {
                await PageAsync(sessions[user], (user, list, "> " + (then.Length == 0 ? "row" : then)), row + then, size);
            }
            else
            {
                Report.Note($"{list} is empty: its rows are not measured.");
            }
        }

        searches[size] = await SearchAsync(sessions["PetitionDirector"], size);
        await DeskAsync(sessions["ReceptionOfficer"], size);
        if (size == options.Sizes[^1])
        {
            var loaded = ProcFiles.PssMegabytes(web.Id);
            report.Goal("P6", "memory of the web process (PSS): idle; after load", Text($"{idle:F0}; {loaded:F0} MB"), "<= 180; <= 350 MB", idle <= 180 && loaded <= 350);
        }
    }

    private async Task PageAsync(StaffSession session, (string User, string Path, string Place) page, string address, int size)
    {
        // Code that is compiled for the first time is nobody's page.
        await LoadGenerator.RunAsync(8, options.Each / 6, async (_, _) => (await session.GetAsync(address)).Status == System.Net.HttpStatusCode.OK);
        var sample = await LoadGenerator.RunAsync(8, options.Each / 3, async (_, _) => (await session.GetAsync(address)).Status == System.Net.HttpStatusCode.OK);
        pages.TryAdd(page, []);
        pages[page][size] = sample.P50;
        Report.Note(Text($"{size,8} {page.User,-18}{page.Path,-32}{page.Place,-11} p50 {sample.P50,7:F1} ms, p95 {sample.P95,7:F1} ms, {sample.PerSecond,6:F0}/s{(sample.Failed > 0 ? $", {sample.Failed} failed" : "")}"));
    }

    /// <summary>The middle of a list: its next link followed ten times, or as far as it goes.</summary>
    private static async Task<List<(string Place, string Address)>> PlacesAsync(StaffSession session, string path)
    {
        var places = new List<(string, string)>();
        var (status, html) = await session.GetAsync(path);
        if (status != System.Net.HttpStatusCode.OK)
        {
            return places;
        }

        places.Add(("first", path));
        string? middle = null;
        for (var step = 0; step < 10 && NextLink.In(html) is { } next; step++)
        {
            middle = next;
            html = (await session.GetAsync(next)).Html;
        }

        if (middle is not null)
        {
            places.Add(("middle", middle));
        }

        return places;
    }

    private async Task StartAsync(PortalUnderTest portal, Sessions sessions, int size)
    {
        if (size != options.Sizes[^1])
        {
            return;
        }

        await using var web = portal.Start();
        var took = await web.UntilAsync(async () => (await sessions["CaseOfficer"].GetAsync("/cases")).Status == System.Net.HttpStatusCode.OK);
        report.Goal("P7", "start of the published build to the first list page", Text($"{took.TotalSeconds:F2} s"), "<= 2.5 s", took.TotalSeconds <= 2.5);
    }

    private async Task<IReadOnlyDictionary<int, double>> SearchAsync(StaffSession session, int size)
    {
        var found = new Dictionary<int, double>();
        if ((await session.GetAsync("/search")).Status != System.Net.HttpStatusCode.OK)
        {
            return found;
        }

        foreach (var terms in SearchTerms.All.GroupBy(term => term.Length))
        {
            var all = terms.ToList();
            var sample = await LoadGenerator.RunAsync(1, options.Each / 3, async (_, number) => (await session.GetAsync($"/search?q={Uri.EscapeDataString(all[number % all.Count])}")).Status == System.Net.HttpStatusCode.OK);
            found[terms.Key] = sample.P95;
            Report.Note(Text($"{size,8} search, {terms.Key} characters: p50 {sample.P50:F1} ms, p95 {sample.P95:F1} ms"));
        }

        return found;
    }

    private async Task DeskAsync(StaffSession session, int size)
    {
        var people = Math.Max(1_000, size * 6 / 10);
        if ((await session.GetAsync("/desk")).Status != System.Net.HttpStatusCode.OK)
        {
            return;
        }

        async Task<bool> LookUpAsync(int number) =>
            await session.PostFragmentAsync("/desk", "/desk/lookup", ("Search", string.Create(CultureInfo.InvariantCulture, $"199{(number * 7919L) % people:D8}"))) == System.Net.HttpStatusCode.OK;
        await LoadGenerator.RunAsync(1, options.Each / 6, async (_, number) => await LookUpAsync(number));
        var sample = await LoadGenerator.RunAsync(1, options.Each / 3, async (_, number) => await LookUpAsync(number));
        if (sample.Count > 0)
        {
            desks[size] = sample.P95;
            Report.Note(Text($"{size,8} desk look-up among {people} people: p50 {sample.P50:F1} ms, p95 {sample.P95:F1} ms, {sample.Failed} failed"));
        }
    }

    private async Task SubmissionAsync(PortalUnderTest portal)
    {
        await using var web = await portal.StartedAsync();
        using var client = Client(portal.Address);
        var receipt = await Filing.FileAsync(client, "/api/v1/petitions", 1) ?? throw new InvalidOperationException("The portal did not take a petition.");
        using var json = System.Text.Json.JsonDocument.Parse(receipt);
        var number = json.RootElement.GetProperty("number").GetString()!;
        var rawPort = options.Port + 1;
        await using var raw = OwnProcess.Start(AppContext.BaseDirectory, new Dictionary<string, string>(), "Petitions.Bench.dll", "raw", portal.Connection, number, rawPort.ToString(CultureInfo.InvariantCulture));
        using var rawClient = Client($"http://127.0.0.1:{rawPort}");
        await raw.UntilAsync(async () => (await rawClient.GetAsync(new Uri("/health/live", UriKind.Relative))).IsSuccessStatusCode);
        var (mine, theirs) = (new List<(Sample Sample, double Cpu)>(), new List<(Sample Sample, double Cpu)>());
        // In turn, the first of each to warm up, so that what else the machine does falls on both.
        for (var turn = 0; turn < 6; turn++)
        {
            var real = turn % 2 == 0;
            var pid = real ? web.Id : raw.Id;
            var before = ProcFiles.CpuSeconds(pid) + ProcFiles.CpuSeconds(options.PostgresPid);
            var sample = await LoadGenerator.RunAsync(32, options.Each, async (_, n) => await Filing.FileAsync(real ? client : rawClient, real ? "/api/v1/petitions" : "/raw", n) is not null);
            var cpu = (ProcFiles.CpuSeconds(pid) + ProcFiles.CpuSeconds(options.PostgresPid) - before) / Math.Max(1, sample.Count) * 1000;
            Report.Note(Text($"{(real ? "portal" : "raw"),-7} {sample.PerSecond:F0}/s, p50 {sample.P50:F1}, p99 {sample.P99:F1} ms, {cpu:F2} ms CPU each, {sample.Failed} failed"));
            if (turn >= 2)
            {
                (real ? mine : theirs).Add((sample, cpu));
            }
        }

        var ratio = mine.Average(turn => turn.Sample.PerSecond) / theirs.Average(turn => turn.Sample.PerSecond);
        var slow = mine.Max(turn => turn.Sample.P99);
        report.Goal("P1", "submission, 32 clients, of the raw endpoint; p99", Text($"{ratio:F2}; {slow:F0} ms"), ">= 0.35; <= 150 ms", ratio >= 0.35 && slow <= 150);
        var cost = mine.Average(turn => turn.Cpu) / theirs.Average(turn => turn.Cpu);
        report.Goal("P2", "CPU of a submission (web + database) of raw", Text($"{cost:F2}"), "<= 2.0", cost <= 2);
    }

    /// <summary>The log of commands tells how many statements a request took.</summary>
    private async Task StatementsAsync(PortalUnderTest portal)
    {
        await using var web = await portal.StartedAsync(
            ("Serilog__MinimumLevel__Override__Microsoft.EntityFrameworkCore.Database.Command", "Information"),
            // What the jobs ask every second is nobody's page.
            ("Jobs__Enabled", "false"));
        using var client = Client(portal.Address);
        using var sessions = new Sessions(portal.Address);
        await sessions.OpenAsync(Pages.Lists.Select(page => page.User));
        // The jobs of a start, and the notices the load left queued.
        await QuietAsync(web);
        async Task<int> CountAsync(Func<Task> act)
        {
            await act();
            await Task.Delay(300);
            // The least of five: a job of the portal may fall into one.
            var least = int.MaxValue;
            for (var again = 0; again < 5; again++)
            {
                var before = Commands(web);
                await act();
                await Task.Delay(200);
                least = Math.Min(least, Commands(web) - before);
            }

            return least;
        }

        var worst = (Path: "", Count: 0);
        foreach (var (user, path) in Pages.Lists)
        {
            if ((await sessions[user].GetAsync(path)).Status != System.Net.HttpStatusCode.OK)
            {
                continue;
            }

            var count = await CountAsync(() => sessions[user].GetAsync(path));
            Report.Note($"{count} statements: {path} ({user})");
            worst = count > worst.Count ? (path, count) : worst;
        }

        if (NextLink.Case((await sessions["CaseOfficer"].GetAsync("/cases")).Html) is { } sheet)
        {
            var count = await CountAsync(() => sessions["CaseOfficer"].GetAsync(sheet));
            Report.Note($"{count} statements: a case page (CaseOfficer)");
            worst = count > worst.Count ? ("a case page", count) : worst;
        }

        var filing = await CountAsync(() => Filing.FileAsync(client, "/api/v1/petitions", 7));
        report.Goal("P8", $"SQL statements of a submission; of the worst page ({worst.Path})", $"{filing}; {worst.Count}", "<= 8; <= 6", filing <= 8 && worst.Count <= 6);
    }

    /// <summary>Until no statement was written for two seconds, half a minute at most.</summary>
    private static async Task QuietAsync(OwnProcess web)
    {
        for (var (tries, last) = (0, -1); tries < 15 && Commands(web) != last; tries++)
        {
            last = Commands(web);
            await Task.Delay(TimeSpan.FromSeconds(2));
        }
    }

    /// <summary>Reads that went out with another one bear a mark: they made no trip of their own.</summary>
    private static int Commands(OwnProcess web) =>
        web.Lines.Count(line => line.Contains("Executed DbCommand", StringComparison.Ordinal)) - web.Lines.Count(line => line.Contains(ReadsTogether.Mark, StringComparison.Ordinal));

    private void Compare()
    {
        var (small, large) = (options.Sizes[0], options.Sizes[^1]);
        var ratios = pages.Where(page => page.Value.ContainsKey(small) && page.Value.ContainsKey(large))
            .Select(page => (page.Key, Ratio: page.Value[large] / page.Value[small])).OrderByDescending(page => page.Ratio).ToList();
        foreach (var (key, value) in ratios)
        {
            Report.Note(Text($"{value:F2}  {key.Path} {key.Place} ({key.User})"));
        }

        if (ratios.Count > 0)
        {
            report.Goal("P3", Text($"lists and board, 8 clients, p50 at {large} of {small}; worst: {ratios[0].Key.Path} {ratios[0].Key.Place}"), Text($"{ratios[0].Ratio:F2}; median {ratios[ratios.Count / 2].Ratio:F2}"), "<= 1.3", ratios[0].Ratio <= 1.3);
        }

        if (searches[large].Count == 0)
        {
            report.Missing("P4", "search", "no search page");
        }
        else
        {
            var middle = options.Sizes.Contains(100_000) ? 100_000 : large;
            var growth = searches[large].Max(term => term.Value / searches[middle].GetValueOrDefault(term.Key, term.Value));
            report.Goal("P4", Text($"search p95 at {middle}, 2/4/8 characters; at {large} of that"),
                Text($"{string.Join('/', searches[middle].OrderBy(t => t.Key).Select(t => t.Value.ToString("F0", CultureInfo.InvariantCulture)))} ms; {growth:F2}"), "<= 50 ms; <= 2",
                searches[middle].All(term => term.Value <= 50) && growth <= 2);
        }

        if (desks.Count == 0)
        {
            report.Missing("P10", "desk look-up of a returning visitor", "no look-up page");
        }
        else
        {
            report.Goal("P10", Text($"desk look-up, p95, {large} petitions"), Text($"{desks[large]:F1} ms"), "<= 50 ms", desks[large] <= 50);
        }
    }

    private async Task EmbeddedAsync()
    {
        var rates = new List<double>();
        foreach (var sqlite in new[] { false, true })
        {
            var portal = new PortalUnderTest(options, sqlite ? "bench_embedded" : "bench_server", sqlite);
            await portal.FillAsync(0, 0);
            await using var web = await portal.StartedAsync();
            using var client = Client(portal.Address);
            await LoadGenerator.RunAsync(8, options.Each / 2, async (_, n) => await Filing.FileAsync(client, "/api/v1/petitions", n) is not null);
            var sample = await LoadGenerator.RunAsync(8, options.Each, async (_, n) => await Filing.FileAsync(client, "/api/v1/petitions", n) is not null);
            Report.Note(Text($"{(sqlite ? "embedded" : "server"),-9} 8 clients: {sample.PerSecond:F0}/s, p50 {sample.P50:F1}, p99 {sample.P99:F1} ms, {sample.Failed} failed"));
            rates.Add(sample.PerSecond);
        }

        report.Goal("P5", "submission on SQLite (FULL) of PostgreSQL's, 8 clients", Text($"{rates[1] / rates[0]:F2}"), ">= 1.0", rates[1] >= rates[0]);
    }

    private static HttpClient Client(string address) => new(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = new Uri(address), Timeout = TimeSpan.FromSeconds(60) };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
