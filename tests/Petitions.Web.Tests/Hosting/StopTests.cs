using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Petitions.Services.Tests.Engines;
using Petitions.Services.Tests.Fixtures;
using Petitions.Web.Tests.Api;
using Petitions.Web.Tests.Fixtures;
using Petitions.Web.Tests.Kill;

namespace Petitions.Web.Tests.Hosting;

/// <summary>security.md A8: told to stop, a node says at once that it is not ready, finishes what it was asked, cuts no answer, refuses at the door what comes later, and ends with 0.</summary>
public sealed class StopTests
{
    [Drill(TestEngine.Sqlite, Turn = 1)]
    public async Task Stop_UnderLoad_CutsNoAnswer()
    {
        await using var database = await TestServices.NewDatabaseAsync();
        await using var portal = new RestartablePortal(database.ConnectionString);
        await portal.StartAsync(("Node__DrainSeconds", "3"));
        using var client = new ApiClient(portal.Address);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready")).StatusCode);
        var (acknowledged, late, stopping) = (0, 0, false);
        var (cut, refused) = (new ConcurrentBag<string>(), new ConcurrentBag<Exception>());
        var submitters = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (true)
            {
                var begunBefore = !Volatile.Read(ref stopping);
                try
                {
                    var (receipt, status, _) = await client.FileAsync(Guid.NewGuid().ToString());
                    Assert.True(receipt is not null, status.ToString());
                    Interlocked.Increment(ref acknowledged);
                    Interlocked.Add(ref late, begunBefore ? 0 : 1);
                }
                catch (HttpRequestException shut) when (!begunBefore)
                {
                    refused.Add(shut.GetBaseException());
                    return;
                }
                catch (Exception error) when (error is HttpRequestException or IOException or OperationCanceledException)
                {
                    cut.Add(error.ToString());
                    return;
                }
            }
        })).ToArray();
        for (var tries = 0; tries < 600 && acknowledged < 10; tries++)
        {
            await Task.Delay(50);
        }

        Volatile.Write(ref stopping, true);
        await portal.TermAsync();

        // A signal takes its moment to be heard on a busy machine.
        var ready = HttpStatusCode.OK;
        for (var tries = 0; tries < 60 && ready == HttpStatusCode.OK; tries++)
        {
            ready = (await client.GetAsync("/health/ready")).StatusCode;
            await Task.Delay(20);
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);
        await Task.WhenAll(submitters);
        Assert.Equal(0, await portal.ExitAsync());
        Assert.Empty(cut);
        Assert.True(acknowledged >= 10 && late > 0, "Nothing was filed, or nothing after the stop.");
        // The doors were shut, before them or while waiting in front of them; no answer was begun and left unfinished.
        Assert.All(refused, error => Assert.True(error is SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.ConnectionReset or SocketError.Shutdown }, error.ToString()));
        Assert.Equal(acknowledged, await KilledPortalTests.RowsAsync(database.ConnectionString));
    }
}
