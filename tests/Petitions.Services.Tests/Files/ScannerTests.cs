using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Domain;
using Petitions.Domain.Files;
using Petitions.Domain.Offices;
using Petitions.Services.Files.Attachments;
using Petitions.Services.Files.Scanning;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Files;

/// <summary>security.md C5, against a small scanner that knows one virus: the harmless test one.</summary>
public sealed class ScannerTests : PetitionsTest
{
    // Written in two pieces, so that no scanner of a developer's machine takes this file away.
    private static readonly byte[] Eicar = Corpus.Text("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*");
    private static readonly FileWish Whole = new(KeepOriginal: true, Shrink: false);
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private bool away;

    protected override void More(IServiceCollection collection)
    {
        listener.Start();
        _ = ServeAsync();
        var address = $"tcp://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        collection.Configure<ScannerOptions>(scanner => (scanner.Address, scanner.TimeoutSeconds) = (address, 5));
    }

    public override Task DisposeAsync()
    {
        listener.Dispose();
        return base.DisposeAsync();
    }

    [Fact]
    public async Task Virus_IsRefusedInWords_AndNothingIsKept()
    {
        var petition = await Given.Petition();

        var refused = await Assert.ThrowsAsync<RuleBrokenException>(() => SupplyAsync(petition.Id, Eicar));

        Assert.Equal("file.infected", refused.Code);
        Assert.Equal(0, await QueryAsync(db => db.StoredFiles.CountAsync()));
    }

    [Fact]
    public async Task Clean_IsOpenable()
    {
        var petition = await Given.Petition();

        await SupplyAsync(petition.Id, Corpus.Text(new string('好', 100_000)));

        Assert.Equal(ScanState.Clean, await StateAsync());
    }

    [Fact]
    public async Task ScannerAway_IsKept_NotOpenable_AndLookedAtAgain()
    {
        var petition = await Given.Petition();
        away = true;
        await SupplyAsync(petition.Id, Eicar);
        await SupplyAsync(petition.Id, Corpus.Text("good"));
        Assert.Equal([ScanState.Waiting, ScanState.Waiting], await QueryAsync(db => db.Attachments.Select(a => a.Scan).ToListAsync()));
        var id = await QueryAsync(db => db.Attachments.Where(a => a.Length == 4).Select(a => a.Id).SingleAsync());
        Assert.Equal("file.not-scanned", (await Assert.ThrowsAsync<RuleBrokenException>(() => OpenAsync(petition.Id, id))).Code);

        away = false;
        await RunAsync<FileScanJob>(job => job.RunAsync(default));

        await using (var opened = (await OpenAsync(petition.Id, id)).Content)
        {
            Assert.True(opened.CanRead);
        }

        var bad = await QueryAsync(db => db.Attachments.SingleAsync(a => a.Scan == ScanState.Infected));
        Assert.Equal("file.infected", (await Assert.ThrowsAsync<RuleBrokenException>(() => OpenAsync(petition.Id, bad.Id))).Code);
    }

    [Theory]
    [InlineData("unix:/run/clamav/clamd.ctl", true)]
    [InlineData("tcp://scanner:3310", true)]
    [InlineData("", true)]
    [InlineData("scanner", false)]
    [InlineData("http://scanner", false)]
    [InlineData("tcp://scanner", false)]
    public void Settings_Address_IsChecked(string address, bool good) => Assert.Equal(good, !new ScannerOptions { Address = address }.Problems().Any());

    private Task SupplyAsync(Guid petition, byte[] content) =>
        RunAsync<AttachmentService>(service => service.SupplyAsync(new IncomingFile("a.txt", "text/plain", content), Whole, Actor.Citizen(petition), default));

    private Task<OpenedFile> OpenAsync(Guid petition, Guid id) => RunAsync<AttachmentQueries, OpenedFile>(q => q.CitizenCopyAsync(id, Actor.Citizen(petition), default));

    private Task<ScanState> StateAsync() => QueryAsync(db => db.Attachments.Select(a => a.Scan).SingleAsync());

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                await using var stream = client.GetStream();
                if (!away)
                {
                    await AnswerAsync(stream);
                }
            }
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException or IOException)
        {
            // The test is over.
        }
    }

    private static async Task AnswerAsync(NetworkStream stream)
    {
        var command = new byte["zINSTREAM\0".Length];
        await stream.ReadExactlyAsync(command);
        using var all = new MemoryStream();
        var length = new byte[4];
        while (true)
        {
            await stream.ReadExactlyAsync(length);
            var chunk = new byte[BinaryPrimitives.ReadInt32BigEndian(length)];
            if (chunk.Length == 0)
            {
                break;
            }

            await stream.ReadExactlyAsync(chunk);
            all.Write(chunk);
        }

        await stream.WriteAsync(all.ToArray().AsSpan().IndexOf("EICAR-STANDARD"u8) >= 0 ? "stream: Eicar-Signature FOUND\0"u8.ToArray() : "stream: OK\0"u8.ToArray());
    }
}
