using Petitions.Data.Keys;

namespace Petitions.Services.Tests.Fixtures;

/// <summary>One throw-away key ring for all tests of the process.</summary>
public static class TestKeys
{
    private static readonly Lazy<string> Made = new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("petitions-keys-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        KeyRing.CreateMissing(folder);
        return folder;
    });

    public static string Folder => Made.Value;
}
