namespace Petitions.Architecture.Tests.Repository;

/// <summary>The files of this repository as the scanning rules see them: without build output and local data.</summary>
internal static class Repo
{
    private static readonly string[] IgnoredFolders = ["bin", "obj", "data", "artifacts", "node_modules", "TestResults"];

    public static string Root { get; } = FindRoot();

    public static string[] ProjectFloors { get; } =
        ["Petitions.Domain", "Petitions.Data", "Petitions.Data.Sqlite", "Petitions.Data.Postgres", "Petitions.Services", "Petitions.Web"];

    /// <summary>Files under a folder, as paths with '/' relative to the root, in a fixed order.</summary>
    public static IReadOnlyList<string> Files(string under, params string[] extensions)
    {
        var folder = Path.Combine(Root, under);
        return Directory.Exists(folder)
            ? Walk(folder)
                .Where(path => extensions.Length == 0 || extensions.Contains(Path.GetExtension(path), StringComparer.Ordinal))
                .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
                .Order(StringComparer.Ordinal)
                .ToList()
            : [];
    }

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static int LineOf(string text, int index) => text.AsSpan(0, index).Count('\n') + 1;

    private static IEnumerable<string> Walk(string folder) =>
        Directory.EnumerateFiles(folder)
            .Concat(Directory.EnumerateDirectories(folder)
                .Where(child => Path.GetFileName(child) is var name && !IgnoredFolders.Contains(name) && name != ".git")
                .SelectMany(Walk));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Petitions.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("Petitions.sln is not above the test output folder.");
    }
}
