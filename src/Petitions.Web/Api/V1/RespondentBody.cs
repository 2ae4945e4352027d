using System.Text.Json.Serialization;

namespace Petitions.Web.Api.V1;

/// <summary>A unit or person complained of.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record RespondentBody
{
    /// <summary><c>Unit</c> or <c>Person</c>.</summary>
    public string? Kind { get; init; }

    public string? Name { get; init; }

    /// <summary>Code of a department of the office, where known.</summary>
    public string? UnitCode { get; init; }
}
