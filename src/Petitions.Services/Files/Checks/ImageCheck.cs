using Microsoft.Extensions.Options;

namespace Petitions.Services.Files.Checks;

/// <summary>What pictures have in common: a bounded size read from the header, and being nothing else besides.</summary>
public abstract class ImageCheck(IOptions<FileLimits> limits) : IFileCheck
{
    private const int EdgeMax = 30_000;

    public abstract string Kind { get; }

    public string? Problem(byte[] content)
    {
        if (Size(content) is not { } size)
        {
            return "file.content";
        }

        if (size.Width < 1 || size.Height < 1)
        {
            return "file.image-broken";
        }

        if (size.Width > EdgeMax || size.Height > EdgeMax || size.Width * size.Height > limits.Value.Megapixels * 1_000_000L)
        {
            return "file.image-large";
        }

        return Polyglot.HoldsArchive(content) || Polyglot.LooksActive(content) ? "file.two-kinds" : null;
    }

    protected abstract (long Width, long Height)? Size(byte[] content);
}
