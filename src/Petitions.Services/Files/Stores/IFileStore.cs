namespace Petitions.Services.Files.Stores;

/// <summary>Where sealed files lie: a folder, or an S3-compatible store. Nothing is ever overwritten.</summary>
public interface IFileStore
{
    /// <summary>Keeps the stream under a new random name and returns the name once it is safe against a power cut.</summary>
    /// <exception cref="IOException">When the store is full or away; nothing is kept then.</exception>
    Task<string> PutAsync(Stream content, CancellationToken ct);

    /// <exception cref="FileNotFoundException">When the store has no such file.</exception>
    /// <exception cref="IOException">When the store is away.</exception>
    Task<Stream> OpenAsync(string name, CancellationToken ct);

    /// <summary>Nothing happens when it is gone already.</summary>
    Task DeleteAsync(string name, CancellationToken ct);

    Task<bool> ExistsAsync(string name, CancellationToken ct);

    /// <summary>Everything the store holds, for the nightly check.</summary>
    IAsyncEnumerable<FileInStore> ListAsync(CancellationToken ct);

    /// <summary>Whether the store answers, and how much room it has left where that can be told.</summary>
    /// <exception cref="IOException">When the store is away.</exception>
    Task<FileStoreState> StateAsync(CancellationToken ct);

    /// <summary>Removes what an upload cut short left behind before <paramref name="before"/> (real time).</summary>
    Task ClearUnfinishedAsync(DateTimeOffset before, CancellationToken ct);
}
