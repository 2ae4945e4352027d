using Petitions.Domain;
using Petitions.Domain.Files;
using Petitions.Services.Files.Checks;
using SkiaSharp;

namespace Petitions.Services.Files.Copies;

/// <summary>
/// Draws a picture anew, turned the right way up. Nothing of the old file but its pixels goes over: no EXIF, XMP, place,
/// serial number or thumbnail (security.md C4).
/// </summary>
public static class ImageCopies
{
    private const int JpegQuality = 90;
    private const int ShrunkQuality = 82;
    private const int ShrunkEdge = 2_400;
    private const long WholeUpTo = 24_000_000;

    // One picture in memory at a time: the largest allowed takes 200 MB unpacked.
    private static readonly SemaphoreSlim One = new(1, 1);

    public static async Task<FileCopy> MakeAsync(string kind, byte[] content, bool shrink, CancellationToken ct)
    {
        await One.WaitAsync(ct);
        try
        {
            return new FileCopy(Draw(kind, content, shrink), CopyState.Reencoded);
        }
        finally
        {
            One.Release();
        }
    }

    private static byte[] Draw(string kind, byte[] content, bool shrink)
    {
        using var data = SKData.CreateCopy(content);
        using var codec = SKCodec.Create(data);
        Rule.Require(codec is not null && codec.EncodedFormat == (kind == FileKind.Jpg ? SKEncodedImageFormat.Jpeg : SKEncodedImageFormat.Png), "file.image-broken");
        using var bitmap = Decode(codec!);
        using var upright = Upright(bitmap, codec!.EncodedOrigin);
        using var sized = shrink ? Shrunk(upright) : null;
        using var image = SKImage.FromBitmap(sized ?? upright);
        using var encoded = image.Encode(kind == FileKind.Jpg ? SKEncodedImageFormat.Jpeg : SKEncodedImageFormat.Png, shrink ? ShrunkQuality : JpegQuality);
        Rule.Require(encoded is not null, "file.image-broken");
        return encoded!.ToArray();
    }

    private static SKBitmap Decode(SKCodec codec)
    {
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if ((long)width * height > WholeUpTo && codec.EncodedFormat == SKEncodedImageFormat.Jpeg)
        {
            var half = codec.GetScaledDimensions(0.5f);
            (width, height) = (half.Width, half.Height);
        }

        var opaque = codec.EncodedFormat == SKEncodedImageFormat.Jpeg;
        var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, opaque ? SKAlphaType.Opaque : SKAlphaType.Premul, SKColorSpace.CreateSrgb()));
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) is not SKCodecResult.Success)
        {
            bitmap.Dispose();
            throw new RuleBrokenException("file.image-broken");
        }

        return bitmap;
    }

    /// <summary>A phone notes how it was held instead of turning the picture; without the note the picture itself is turned.</summary>
    private static SKBitmap Upright(SKBitmap bitmap, SKEncodedOrigin origin)
    {
        if (origin is SKEncodedOrigin.TopLeft or SKEncodedOrigin.Default)
        {
            return bitmap.Copy();
        }

        var sideways = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var (w, h) = ((float)bitmap.Width, (float)bitmap.Height);
        var turned = new SKBitmap(bitmap.Info.WithSize(sideways ? bitmap.Height : bitmap.Width, sideways ? bitmap.Width : bitmap.Height));
        using var canvas = new SKCanvas(turned);
        canvas.SetMatrix(origin switch
        {
            SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, w, 0, 1, 0, 0, 0, 1),
            SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, w, 0, -1, h, 0, 0, 1),
            SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, h, 0, 0, 1),
            SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightTop => new SKMatrix(0, -1, h, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, h, -1, 0, w, 0, 0, 1),
            _ => new SKMatrix(0, 1, 0, -1, 0, w, 0, 0, 1),
        });
        canvas.DrawBitmap(bitmap, 0, 0, new SKSamplingOptions(SKFilterMode.Nearest));
        return turned;
    }

    private static SKBitmap? Shrunk(SKBitmap bitmap)
    {
        var edge = Math.Max(bitmap.Width, bitmap.Height);
        if (edge <= ShrunkEdge)
        {
            return null;
        }

        var scale = (double)ShrunkEdge / edge;
        var size = new SKImageInfo(Math.Max(1, (int)Math.Round(bitmap.Width * scale)), Math.Max(1, (int)Math.Round(bitmap.Height * scale)), bitmap.ColorType, bitmap.AlphaType, bitmap.ColorSpace);
        return bitmap.Resize(size, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
    }
}
