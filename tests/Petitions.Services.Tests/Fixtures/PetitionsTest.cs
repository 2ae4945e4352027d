using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Petitions.Data;
using Petitions.Domain.Offices;
using Petitions.Services.Offices;
using Petitions.Services.Tests.Engines;

namespace Petitions.Services.Tests.Fixtures;

/// <summary>
/// A test over the portal's services on a fresh database of the engine under test, with the clock at T0. Each
/// <see cref="RunAsync"/> is one request: its own scope, its own unit of work.
/// </summary>
public abstract class PetitionsTest : IAsyncLifetime
{
    private TestDatabase? database;
    private ServiceProvider? services;
    private ServiceProvider? otherNode;

    protected FakeTimeProvider Clock { get; } = new(TestServices.T0);

    protected ServiceProvider Services => services!;

    protected string ConnectionString => database!.ConnectionString;

    protected Given Given { get; private set; } = null!;

    public virtual async Task InitializeAsync()
    {
        database = await TestServices.NewDatabaseAsync();
        services = TestServices.Build(database.ConnectionString, Clock, More);
        Given = new Given(services, Clock);
    }

    public virtual async Task DisposeAsync()
    {
        await services!.DisposeAsync();
        if (otherNode is not null)
        {
            await otherNode.DisposeAsync();
        }

        await database!.DisposeAsync();
    }

    /// <summary>Services a test adds or replaces.</summary>
    protected virtual void More(IServiceCollection collection)
    {
    }

    protected async Task<T> RunAsync<TService, T>(Func<TService, Task<T>> act)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>The same at a second node on the same database.</summary>
    protected async Task<T> RunOnOtherNodeAsync<TService, T>(Func<TService, Task<T>> act)
        where TService : notnull
    {
        otherNode ??= TestServices.Build(TestDatabaseServer.OfOtherNode(ConnectionString), Clock, More);
        await using var scope = otherNode.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    protected Task RunAsync<TService>(Func<TService, Task> act)
        where TService : notnull => RunAsync<TService, bool>(async service =>
        {
            await act(service);
            return true;
        });

    /// <summary>The person as the portal knows him at sign-in.</summary>
    protected async Task<Actor> ActorAsync(Guid staffId) => (await RunAsync<ActorSource, Actor?>(source => source.OfAsync(staffId, default)))!;

    protected Task<T> QueryAsync<T>(Func<PetitionsDbContext, Task<T>> ask) => RunAsync(ask);
}
