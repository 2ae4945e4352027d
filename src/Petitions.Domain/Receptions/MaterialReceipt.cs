using System.Security.Cryptography;
using System.Text;

namespace Petitions.Domain.Receptions;

/// <summary>
/// The receipt (收件清单) for papers handed over at a visit, as the visitor got it: numbered in the visit, never changed. When
/// the list changes, the next receipt says so.
/// </summary>
public sealed class MaterialReceipt
{
    private MaterialReceipt()
    {
    }

    public Guid Id { get; private set; }

    public Guid ReceptionId { get; private set; }

    /// <summary>1, 2, 3: gap-free in a visit.</summary>
    public int Number { get; private set; }

    public string LinesJson { get; private set; } = "";

    /// <summary>SHA-256 of the lines.</summary>
    public string Digest { get; private set; } = "";

    public Guid GivenBy { get; private set; }

    public DateTime At { get; private set; }

    public IReadOnlyList<TranscriptMaterial> Lines => TranscriptJson.Read<TranscriptMaterial>(LinesJson);

    /// <param name="last">The receipt before, when there is one.</param>
    /// <exception cref="RuleBrokenException">transcript.no-materials; transcript.receipt-same when nothing has changed since <paramref name="last"/>.</exception>
    public static MaterialReceipt Give(Guid receptionId, IReadOnlyList<TranscriptMaterial> materials, MaterialReceipt? last, Guid staffId, DateTime now)
    {
        Rule.Require(materials.Count > 0, "transcript.no-materials");
        var lines = TranscriptJson.Write(TranscriptMaterial.Check(materials));
        Rule.Require(lines != last?.LinesJson, "transcript.receipt-same");
        return new()
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            ReceptionId = receptionId,
            Number = (last?.Number ?? 0) + 1,
            LinesJson = lines,
            Digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines))),
            GivenBy = staffId,
            At = now,
        };
    }
}
