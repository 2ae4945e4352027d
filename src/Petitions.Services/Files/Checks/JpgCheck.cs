using Microsoft.Extensions.Options;

namespace Petitions.Services.Files.Checks;

public sealed class JpgCheck(IOptions<FileLimits> limits) : ImageCheck(limits)
{
    public override string Kind => FileKind.Jpg;

    protected override (long Width, long Height)? Size(byte[] content) => ImageHeader.OfJpg(content);
}
