using System.ComponentModel.DataAnnotations;

namespace Petitions.Web.Live;

/// <summary>Section <c>Live</c>: how pages hear of changes.</summary>
public sealed class LiveOptions
{
    public const string Section = "Live";

    /// <summary>Pages that may hold a stream open on one node; who comes later asks every 15 s instead. 0 turns the live link off.</summary>
    [Range(0, 100_000, ErrorMessage = "Live:StreamsPerNode must be between 0 and 100000.")]
    public int StreamsPerNode { get; init; } = 5_000;
}
