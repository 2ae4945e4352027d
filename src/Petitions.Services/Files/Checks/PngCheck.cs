using Microsoft.Extensions.Options;

namespace Petitions.Services.Files.Checks;

public sealed class PngCheck(IOptions<FileLimits> limits) : ImageCheck(limits)
{
    public override string Kind => FileKind.Png;

    protected override (long Width, long Height)? Size(byte[] content) => ImageHeader.OfPng(content);
}
