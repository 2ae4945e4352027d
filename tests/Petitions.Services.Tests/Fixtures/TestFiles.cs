namespace Petitions.Services.Tests.Fixtures;

/// <summary>One throw-away file store for all tests of the process.</summary>
public static class TestFiles
{
    private static readonly Lazy<string> Made = new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("petitions-files-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    });

    public static string Folder => Made.Value;
}
