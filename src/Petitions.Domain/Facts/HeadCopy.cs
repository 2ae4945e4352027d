namespace Petitions.Domain.Facts;

/// <summary>A head as stored or exported.</summary>
public sealed record HeadCopy(int Seq, byte[] Hash, byte[] Signature, string KeyId);
