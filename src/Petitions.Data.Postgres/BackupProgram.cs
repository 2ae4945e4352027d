using System.Diagnostics;
using Npgsql;

namespace Petitions.Data.Postgres;

/// <summary>
/// Runs pg_dump and pg_restore: the one place for backups that starts a program. Arguments are made here and given one
/// by one, no shell reads them; the password goes by the environment, where no list of processes shows it.
/// </summary>
internal static class BackupProgram
{
    public static async Task RunAsync(string program, NpgsqlConnectionStringBuilder server, IEnumerable<string> arguments, Stream? input, Stream? output, CancellationToken ct)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        (start.Environment["PGHOST"], start.Environment["PGPORT"]) = (server.Host, FormattableString.Invariant($"{server.Port}"));
        (start.Environment["PGUSER"], start.Environment["PGPASSWORD"]) = (server.Username, server.Password);
        start.Environment["PGSSLMODE"] = server.SslMode switch { SslMode.Disable => "disable", SslMode.Require => "require", SslMode.VerifyCA => "verify-ca", SslMode.VerifyFull => "verify-full", _ => "prefer" };
#pragma warning disable RS0030 // Backup and restore are PostgreSQL's own programs; nothing a visitor sends reaches this line.
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
#pragma warning restore RS0030
        var errors = process.StandardError.ReadToEndAsync(ct);
        var reading = process.StandardOutput.BaseStream.CopyToAsync(output ?? Stream.Null, ct);
        try
        {
            if (input is not null)
            {
                await input.CopyToAsync(process.StandardInput.BaseStream, ct);
            }
        }
        catch (IOException)
        {
            // It ended early: its own words below say why.
        }

        process.StandardInput.Close();
        await reading;
        await process.WaitForExitAsync(ct);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await errors}");
        }
    }
}
