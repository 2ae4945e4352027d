using Npgsql;

namespace Petitions.Bench;

/// <summary>What the machine can do: Kestrel and one batch that writes the rows of a submission, and nothing else.</summary>
public static class RawEndpoint
{
    public static async Task RunAsync(string connectionString, string number, int port)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 50, MaxPoolSize = 64 }.ConnectionString);
        var rows = await RawRows.ReadAsync(source, number, CancellationToken.None);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        await using var app = builder.Build();
        app.MapGet("/health/live", () => Results.Ok());
        app.MapPost("/raw", async (HttpRequest request, CancellationToken ct) =>
        {
            using var body = await System.Text.Json.JsonDocument.ParseAsync(request.Body, cancellationToken: ct);
            await using var connection = await source.OpenConnectionAsync(ct);
            await using var batch = rows.Again(connection);
            await batch.ExecuteNonQueryAsync(ct);
            return Results.Json(new { rows = rows.Count }, statusCode: StatusCodes.Status201Created);
        });
        await app.RunAsync();
    }
}
