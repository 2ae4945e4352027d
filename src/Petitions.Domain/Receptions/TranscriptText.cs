using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Petitions.Domain.Facts;

namespace Petitions.Domain.Receptions;

/// <summary>What stands in a transcript (domain.md 4.2, 接访笔录), as read back and signed.</summary>
public sealed record TranscriptText
{
    public required string Place { get; init; }

    /// <summary>Question, answer, question, answer; free lines between.</summary>
    public IReadOnlyList<TranscriptRow> Rows { get; init; } = [];

    /// <summary>Running text of a version written before there were rows; empty since.</summary>
    public string Statement { get; init; } = "";

    /// <summary>List PetitionCategory: which questions are usual, and whether two must hear it; null while nobody knows.</summary>
    public string? Category { get; init; }

    /// <summary>Name of who translates.</summary>
    public string? Interpreter { get; init; }

    /// <summary>Explanation (释法说理) of a version written before it had three parts.</summary>
    public string? Explanation { get; init; }

    public string? ExplainedFacts { get; init; }

    public string? ExplainedLaw { get; init; }

    public string? ExplainedReasons { get; init; }

    /// <summary>Papers handed over, as running text of an old version.</summary>
    public string? Materials { get; init; }

    public IReadOnlyList<TranscriptMaterial> MaterialRows { get; init; } = [];

    public bool RightsTold { get; init; }

    /// <summary>Rights and duties (domain.md 3.1) as they were read out; null until they were.</summary>
    public string? Rights { get; init; }

    /// <summary>Which version of them.</summary>
    public string? RightsVersion { get; init; }

    public bool ReadBack { get; init; }

    /// <summary>Whether anything was said.</summary>
    public bool HasStatement => Rows.Count > 0 || Statement.Length > 0;

    /// <summary>Nothing was written yet: not worth a version.</summary>
    public bool IsEmpty => !HasStatement && !RightsTold && !ReadBack && MaterialRows.Count == 0
        && new[] { Interpreter, Explanation, ExplainedFacts, ExplainedLaw, ExplainedReasons, Materials }.All(string.IsNullOrEmpty);

    /// <summary>SHA-256 of the canonical text: what the signature stands for. What an old version does not have is left out, so its digest stays.</summary>
    public string Digest(Guid receptionId, int number) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalJson.Write(new JsonObject
    {
        ["reception"] = receptionId.ToString("D"),
        ["version"] = number,
        ["place"] = Place,
        ["rows"] = TranscriptJson.Node(Rows),
        ["statement"] = Rows.Count > 0 && Statement.Length == 0 ? null : Statement,
        ["category"] = Category,
        ["interpreter"] = Interpreter,
        ["explanation"] = Explanation,
        ["explainedFacts"] = ExplainedFacts,
        ["explainedLaw"] = ExplainedLaw,
        ["explainedReasons"] = ExplainedReasons,
        ["materials"] = Materials,
        ["materialRows"] = TranscriptJson.Node(MaterialRows),
        ["rightsTold"] = RightsTold,
        ["rights"] = Rights,
        ["rightsVersion"] = RightsVersion,
        ["readBack"] = ReadBack,
    }))));
}
