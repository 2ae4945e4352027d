using System.Text;

namespace Petitions.Domain.Facts;

/// <summary>
/// The signed end of one chain. Its sequence is a concurrency token: two writers on one chain get one winner.
/// The signature covers subject, sequence and hash, so nobody without the private key can shorten or rebuild a chain.
/// </summary>
public sealed class ChainHead
{
    public const int KeyIdMax = 64;

    private ChainHead()
    {
    }

    public FactSubject Subject { get; private set; }

    public Guid SubjectId { get; private set; }

    public int Seq { get; private set; }

    public byte[] Hash { get; private set; } = [];

    /// <summary>ECDSA P-256 over <see cref="SignedBytes"/>, IEEE P1363 form.</summary>
    public byte[] Signature { get; private set; } = [];

    public string KeyId { get; private set; } = "";

    public static ChainHead Start(FactSubject subject, Guid subjectId) => new() { Subject = subject, SubjectId = subjectId };

    public void Advance(int seq, byte[] hash)
    {
        Seq = seq;
        Hash = hash;
    }

    /// <summary>Signs the head as it stands, once in each save.</summary>
    public void Sign(Func<byte[], (byte[] Signature, string KeyId)> sign) =>
        (Signature, KeyId) = sign(SignedBytes(Subject, SubjectId, Seq, Hash));

    public static byte[] SignedBytes(FactSubject subject, Guid subjectId, int seq, byte[] hash) =>
        Encoding.UTF8.GetBytes($"petitions-chain-head-v1|{subject}|{subjectId:D}|{seq}|{Convert.ToHexStringLower(hash)}");
}
