using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Petitions.Data;
using Petitions.Services.Tests.Engines;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Data;

/// <summary>security.md A6: a server that takes connections and never says a word is away, also for whoever opens one and blocks.</summary>
public sealed class SilentServerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Drill(TestEngine.Postgres, OnlyThere = true)]
    public async Task Opening_WhereNobodyAnswers_Ends()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await using var services = TestServices.Build($"Host=127.0.0.1;Port={((IPEndPoint)silent.LocalEndpoint).Port};Database=x;Username=x;Password=x", TimeProvider.System);

        var opened = Task.Factory.StartNew(() => Open(services), default, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        var error = await opened.WaitAsync(Patience);
        Assert.True(error is not null && DatabaseAway.Is(error, services.GetRequiredService<IEngineInfo>()), $"{error}");
        // Asked for GSS first, a server leaves the second question less than a millisecond, which counts as for ever: seen
        // when the exception between them is quick, which under a test runner it seldom is.
        Assert.Equal(GssEncryptionMode.Disable, Settings(services).GssEncryptionMode);
    }

    private static Exception? Open(ServiceProvider services)
    {
        using var scope = services.CreateScope();
        return Record.Exception(() => scope.ServiceProvider.GetRequiredService<PetitionsDbContext>().Database.OpenConnection());
    }

    private static NpgsqlConnectionStringBuilder Settings(ServiceProvider services)
    {
        using var scope = services.CreateScope();
        return new NpgsqlConnectionStringBuilder(scope.ServiceProvider.GetRequiredService<PetitionsDbContext>().Database.GetConnectionString());
    }
}
