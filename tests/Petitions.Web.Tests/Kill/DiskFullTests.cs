using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Parser;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Petitions.Data;
using Petitions.Services.Tests.Engines;
using Petitions.Services.Tests.Fixtures;
using Petitions.Web.Tests.Api;
using Petitions.Web.Tests.Citizen;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Kill;

/// <summary>
/// security.md A7: a full disk under the log, the files or the database costs nobody what was acknowledged; what is refused
/// says so and keeps what was typed; with room again everything goes on by itself. One start for the three.
/// </summary>
public sealed class DiskFullTests
{
    private const string Typed = "去年十月报案后五个月没有收到答复。";
    private const int Most = 400;
    private static readonly HttpStatusCode[] Refused = [HttpStatusCode.ServiceUnavailable, HttpStatusCode.InsufficientStorage];

    [Drill(TestEngine.Sqlite, Turn = 0)]
    public async Task Portal_OnFullDisks_KeepsWhatItAcknowledged_AndGoesOnWithRoom()
    {
        await using var log = await SmallDisk.MountAsync(1);
        await using var files = await SmallDisk.MountAsync(8);
        await using var data = await SmallDisk.MountAsync(128);
        // A server's own disk takes a server of its own: whole runs only. The embedded file is drilled every day.
        await using var server = TestDatabaseServer.Engine == TestEngine.Postgres && WholeRun.Is ? await ThrowAwayPostgres.CreateAsync() : null;
        await using var database = await TestServices.NewDatabaseAsync();
        var connection = server is not null ? await OnDiskAsync(server, data) : TestDatabaseServer.Engine == TestEngine.Sqlite ? OnDisk(database, data) : database.ConnectionString;
        await using var portal = new RestartablePortal(connection) { LogFile = Path.Combine(log.Folder, "log") };
        await portal.StartAsync(("Files__Path", Path.Combine(files.Folder, "files")), ("Limits__UploadsPerMinute", "1000000"));
        using var api = new ApiClient(portal.Address);
        using var visitor = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CheckCertificateRevocationList = true }) { BaseAddress = portal.Address };
        var first = (await api.FileAsync(Guid.NewGuid().ToString())).Receipt!.Value;

        await LogIsFullAsync(log, api);
        await FilesAreFullAsync(files, visitor, first, connection);
        var acknowledged = 2;
        if (connection != database.ConnectionString)
        {
            acknowledged += await DatabaseIsFullAsync(data, api, visitor);
        }

        await portal.KillAsync();
        Assert.Equal(acknowledged, await KilledPortalTests.RowsAsync(connection));
        if (TestDatabaseServer.Engine == TestEngine.Sqlite)
        {
            SqliteConnection.ClearAllPools();
        }
    }

    private static async Task LogIsFullAsync(SmallDisk log, ApiClient api)
    {
        log.Fill();

        Assert.Equal(HttpStatusCode.OK, (await api.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await api.GetAsync("/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await api.FileAsync(Guid.NewGuid().ToString())).Status);
        log.Free();
    }

    private static async Task FilesAreFullAsync(SmallDisk files, HttpClient visitor, (string Number, string Code) matter, string connection)
    {
        using var opened = await visitor.PostFormAsync("/petitions/track", "/petitions/track", ("Number", matter.Number), ("Code", matter.Code));
        Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
        var page = $"/petitions/{matter.Number}/files";
        files.Fill();

        using var refused = await UploadAsync(visitor, page);
        Assert.Equal(HttpStatusCode.InsufficientStorage, refused.StatusCode);
        AssertReadable(await refused.Content.ReadAsStringAsync());
        Assert.Equal(0, await AttachmentsAsync(connection));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(page)).StatusCode);

        files.Free();
        using var taken = await UploadAsync(visitor, page);
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Equal(1, await AttachmentsAsync(connection));
    }

    private static async Task<int> DatabaseIsFullAsync(SmallDisk data, ApiClient api, HttpClient visitor)
    {
        var filing = new CitizenBrowser(visitor);
        await filing.ToIdentityAsync();
        await filing.SubmitAsync(("IdentityMode", "Anonymous"));
        await filing.SubmitAsync(("Kind", "Unit"), ("Name", "清溪县公安局"), ("Do", "add"));
        await filing.SubmitAsync();
        Assert.Equal("/petitions/new/matter", filing.Path);
        var receipts = new HashSet<(string, string)>();
        data.Fill();

        var (refused, status) = ("", HttpStatusCode.Created);
        for (var tries = 0; tries < Most && refused.Length == 0; tries++)
        {
            // What is logged or thrown away makes a little room again.
            data.Fill();
            var key = Guid.NewGuid().ToString();
            (var receipt, status, _) = await api.FileAsync(key);
            refused = receipt is null ? key : "";
            Assert.True(receipt is null || receipts.Add(receipt.Value), "Two petitions share a receipt.");
        }

        Assert.Contains(status, Refused);
        Assert.Equal(HttpStatusCode.OK, (await api.GetAsync("/health/live")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await api.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await api.GetAsync("/verify/roots")).StatusCode);
        data.Fill();
        using var form = await filing.SendAsync(("Request", "请求监督立案。"), ("Text", Typed));
        var page = await form.Content.ReadAsStringAsync();
        // A server may still find room for a small change within its pages: then the answer is kept and may say so.
        var kept = TestDatabaseServer.Engine == TestEngine.Postgres && form.StatusCode == HttpStatusCode.Redirect;
        if (!kept)
        {
            Assert.Contains(form.StatusCode, Refused);
            AssertReadable(page);
            Assert.Contains($"name=\"Text\" value=\"{Typed}\"", page, StringComparison.Ordinal);
        }

        data.Free();
        for (var tries = 0; tries < 600 && status != HttpStatusCode.Created; tries++)
        {
            // The same key: what was refused is taken now, once.
            status = (await api.FileAsync(refused)).Status;
            await Task.Delay(status == HttpStatusCode.Created ? 0 : 100);
        }

        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal(HttpStatusCode.OK, (await api.GetAsync("/health/ready")).StatusCode);
        if (kept)
        {
            return receipts.Count + 1;
        }

        var resend = new HtmlParser().ParseDocument(page).QuerySelector("main form[method=post]")!;
        using var again = await visitor.PostAsync(resend.GetAttribute("action"), new FormUrlEncodedContent(
            resend.QuerySelectorAll("input[name]").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? ""))));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        return receipts.Count + 1;
    }

    private static void AssertReadable(string page)
    {
        Assert.Contains("href=\"tel:", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", page, StringComparison.Ordinal);
        Assert.DoesNotContain("error.", new HtmlParser().ParseDocument(page).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<int> AttachmentsAsync(string connection)
    {
        await using var services = TestServices.Build(connection, TimeProvider.System);
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PetitionsDbContext>().Attachments.CountAsync();
    }

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient visitor, string page)
    {
        var token = await visitor.FormTokenAsync(page, page);
        using var file = new ByteArrayContent(System.Text.Encoding.ASCII.GetBytes(new string('a', 300_000)));
        file.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        using var form = new MultipartFormDataContent { { new StringContent(token), PageForm.TokenName }, { new StringContent("original"), "Keep" }, { file, "Files", "a.txt" } };
        return await visitor.PostAsync(page, form);
    }

    private static string OnDisk(TestDatabase database, SmallDisk data)
    {
        var file = new SqliteConnectionStringBuilder(database.ConnectionString);
        var there = Path.Combine(data.Folder, "petitions.db");
        File.Copy(file.DataSource, there);
        file.DataSource = there;
        return file.ToString();
    }

    /// <summary>The tables on the small disk, the server's own log elsewhere: a full log would stop the whole server.</summary>
    private static async Task<string> OnDiskAsync(ThrowAwayPostgres server, SmallDisk data)
    {
        var place = await server.FolderOnAsync(data.Folder);
        await using (var connection = new NpgsqlConnection(server.ConnectionString))
        {
            await connection.OpenAsync();
#pragma warning disable CA2100 // The folder is the test's own; a tablespace takes no parameters.
            await using var make = new NpgsqlCommand($"CREATE TABLESPACE small LOCATION '{place}'", connection);
            await make.ExecuteNonQueryAsync();
            make.CommandText = "CREATE DATABASE small TABLESPACE small";
#pragma warning restore CA2100
            await make.ExecuteNonQueryAsync();
        }

        var there = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = "small" }.ToString();
        await TestServices.PrepareAsync(there);
        return there;
    }
}
