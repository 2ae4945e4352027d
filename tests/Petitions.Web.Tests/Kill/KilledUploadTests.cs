using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Services.Files;
using Petitions.Services.Files.Stores;
using Petitions.Services.Tests.Engines;
using Petitions.Services.Tests.Fixtures;
using Petitions.Web.Tests.Api;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Kill;

/// <summary>security.md A4: the real program is killed while files are sent; every listed one is there, byte for byte.</summary>
public sealed class KilledUploadTests
{
    private const int FileLength = 400_000;
    private static readonly (string, string) Unlimited = ("Limits__UploadsPerMinute", "1000000");

    private static int Kills => WholeRun.Is ? 20 : 1;

    [Drill(TestEngine.Sqlite, Turn = 1)]
    public async Task Kill_WhileFilesAreSent_EveryListedFileIsWhole()
    {
        await using var database = await TestServices.NewDatabaseAsync();
        await using var portal = new RestartablePortal(database.ConnectionString);
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, CheckCertificateRevocationList = true };
        using var client = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(20) };
        var acknowledged = new ConcurrentBag<string>();

        await portal.StartAsync(Unlimited);
        for (var kill = 1; kill <= Kills; kill++)
        {
            var page = await OpenMatterAsync();
            var before = acknowledged.Count;
            var sending = Enumerable.Range(0, 3).Select(_ => Task.Run(() => SendAsync(page))).ToArray();
            for (var tries = 0; tries < 300 && acknowledged.Count < before + 2; tries++)
            {
                await Task.Delay(50);
            }

            await portal.KillAsync();
            await Task.WhenAll(sending);
            Assert.True(acknowledged.Count >= before + 2, "The portal took no files.");
            await portal.StartAsync(Unlimited);
        }

        await using var services = TestServices.Build(database.ConnectionString, TimeProvider.System, more => more.Configure<FileStoreOptions>(files => files.Path = Path.Combine(portal.Folder, "files")));
        await using var scope = services.CreateAsyncScope();
        var listed = await scope.ServiceProvider.GetRequiredService<PetitionsDbContext>().Attachments.AsNoTracking().ToListAsync();
        Assert.Empty(acknowledged.Except(listed.Select(file => file.Sha256)));
        foreach (var file in listed)
        {
            await using var plain = await scope.ServiceProvider.GetRequiredService<SealedFiles>().OpenAsync(file.OriginalId!.Value, default);
            Assert.Equal(file.Sha256, Convert.ToHexStringLower(await SHA256.HashDataAsync(plain)));
        }

        async Task<Uri> OpenMatterAsync()
        {
            using var post = new HttpRequestMessage(HttpMethod.Post, new Uri(portal.Address, "/api/v1/petitions")) { Content = JsonContent.Create(ApiBodies.Petition()) };
            post.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
            using var filed = await client.SendAsync(post);
            var body = await filed.Content.ReadFromJsonAsync<JsonElement>();
            var number = body.GetProperty("number").GetString()!;
            var track = new Uri(portal.Address, "/petitions/track");
            using var form = new FormUrlEncodedContent([new(PageForm.TokenName, await TokenAsync(track)), new("Number", number), new("Code", body.GetProperty("queryCode").GetString()!)]);
            using var opened = await client.PostAsync(track, form);
            Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
            return new Uri(portal.Address, $"/petitions/{number}/files");
        }

        async Task SendAsync(Uri page)
        {
            try
            {
                var token = await TokenAsync(page);
                while (true)
                {
                    var text = System.Text.Encoding.ASCII.GetBytes(Convert.ToHexString(RandomNumberGenerator.GetBytes(FileLength / 2)));
                    using var file = new ByteArrayContent(text);
                    file.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
                    using var form = new MultipartFormDataContent { { new StringContent(token), PageForm.TokenName }, { new StringContent("original"), "Keep" }, { file, "Files", "a.txt" } };
                    using var answer = await client.PostAsync(page, form);
                    if (answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location?.OriginalString.Contains("track", StringComparison.Ordinal) == false)
                    {
                        acknowledged.Add(Convert.ToHexStringLower(SHA256.HashData(text)));
                    }
                }
            }
            catch (Exception cut) when (cut is HttpRequestException or OperationCanceledException or IOException)
            {
                // The kill cut this answer off: nobody was told that this file is kept.
            }
        }

        Task<string> TokenAsync(Uri page) => client.FormTokenAsync(page.OriginalString, page.AbsolutePath);
    }
}
