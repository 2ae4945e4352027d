using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Petitions.Data.Reads;
using Petitions.Services;

namespace Petitions.Web.Tests.Fixtures;

/// <summary>Every SQL statement sent to one database while it lives; other portals of the test run have databases of their own.</summary>
public sealed class CountedStatements : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string database;
    private readonly List<IDisposable> subscriptions = [];

    public CountedStatements(string connectionString)
    {
        database = connectionString;
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public ConcurrentQueue<string> Statements { get; } = new();

    /// <summary>EF Core asks only once a second whether somebody listens.</summary>
    public static Task NoticedAsync() => Task.Delay(TimeSpan.FromSeconds(1.1));

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
        {
            subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        // Reads that went out with another one made no trip of their own; what is renewed beside the pages belongs to none of them.
        if (Thread.CurrentThread.Name != RenewalThread.Name && value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData command && IsOurs(command.Connection.ConnectionString)
            && !command.Command.CommandText.Contains(ReadsTogether.Mark, StringComparison.Ordinal))
        {
            Statements.Enqueue(command.Command.CommandText);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => subscriptions.ForEach(subscription => subscription.Dispose());

    /// <summary>Passwords and defaults are left out or added on the way; the name of the database is not.</summary>
    private bool IsOurs(string connection) => NameIn(connection) is { } name && name == NameIn(database);

    private static string? NameIn(string connection) => connection.Split(';').Select(part => part.Split('=', 2))
        .Where(pair => pair.Length == 2 && pair[0].Trim().ToUpperInvariant() is "DATA SOURCE" or "DATABASE").Select(pair => pair[1].Trim()).FirstOrDefault();
}
