using System.Security.Cryptography;

namespace Petitions.Services.Operations.Backups;

/// <summary>The key of backups: 32 random bytes in a file of their own, apart from the installation's keys and from the backups.</summary>
public static class BackupKey
{
    public const int Length = 32;

    /// <exception cref="IOException">When the file is there already: a second key would make old backups unreadable.</exception>
    public static void Create(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(file, options);
        writer.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length)));
    }

    /// <exception cref="InvalidOperationException">When there is no key in the file.</exception>
    public static byte[] Read(string? file)
    {
        if (string.IsNullOrWhiteSpace(file) || !File.Exists(file))
        {
            throw new InvalidOperationException("Backup:KeyFile names no file. Make one with: create-backup-key FILE");
        }

        var key = new byte[Length];
        return Convert.TryFromBase64String(File.ReadAllText(file).Trim(), key, out var length) && length == Length
            ? key
            : throw new InvalidOperationException("Backup:KeyFile holds no key.");
    }
}
