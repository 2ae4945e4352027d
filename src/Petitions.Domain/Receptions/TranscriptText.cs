using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Petitions.Domain.Facts;

namespace Petitions.Domain.Receptions;

/// <summary>What stands in a transcript (domain.md 4.2, 接访笔录), as read back and signed.</summary>
public sealed record TranscriptText
{
    public required string Place { get; init; }

    /// <summary>Questions and answers line by line, or free text.</summary>
    public required string Statement { get; init; }

    /// <summary>Facts, law and reasons as they were explained (释法说理).</summary>
    public string? Explanation { get; init; }

    /// <summary>Papers handed over.</summary>
    public string? Materials { get; init; }

    public bool RightsTold { get; init; }

    public bool ReadBack { get; init; }

    /// <summary>SHA-256 of the canonical text: what the signature stands for.</summary>
    public string Digest(Guid receptionId, int number) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalJson.Write(new JsonObject
    {
        ["reception"] = receptionId.ToString("D"),
        ["version"] = number,
        ["place"] = Place,
        ["statement"] = Statement,
        ["explanation"] = Explanation,
        ["materials"] = Materials,
        ["rightsTold"] = RightsTold,
        ["readBack"] = ReadBack,
    }))));
}
