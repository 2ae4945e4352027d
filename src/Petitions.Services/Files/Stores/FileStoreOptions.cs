namespace Petitions.Services.Files.Stores;

/// <summary>Section <c>Files</c>: where sealed files lie.</summary>
public sealed class FileStoreOptions
{
    public const string Section = "Files";
    public const string FolderKind = "folder";
    public const string S3Kind = "s3";

    /// <summary><c>folder</c> or <c>s3</c>.</summary>
    public string Kind { get; set; } = FolderKind;

    /// <summary>The folder; <c>files</c> under the data folder where nothing is said. Nodes of one portal share it.</summary>
    public string? Path { get; set; }

    public string Endpoint { get; set; } = "";

    public string Bucket { get; set; } = "";

    public string Region { get; set; } = "us-east-1";

    /// <summary>Put in front of every name, where several portals share a bucket.</summary>
    public string Prefix { get; set; } = "";

    public string AccessKey { get; set; } = "";

    public string SecretKey { get; set; } = "";

    /// <summary>What is wrong with the settings, each naming its key; empty when all is well.</summary>
    public IEnumerable<string> Problems()
    {
        if (Kind is not (FolderKind or S3Kind))
        {
            yield return $"Files:Kind must be '{FolderKind}' or '{S3Kind}'.";
        }

        if (Kind != S3Kind)
        {
            yield break;
        }

        if (!Uri.TryCreate(Endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            yield return "Files:Endpoint is no http(s) address.";
        }

        foreach (var (key, value) in new[] { (nameof(Bucket), Bucket), (nameof(AccessKey), AccessKey), (nameof(SecretKey), SecretKey), (nameof(Region), Region) })
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                yield return $"Files:{key} is required when Files:Kind is '{S3Kind}'.";
            }
        }
    }
}
