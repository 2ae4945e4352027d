using System.Text.Json.Serialization;

namespace Petitions.Web.Api.V1;

/// <summary>Who files. Nothing but the identity mode is needed for an anonymous petition.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PetitionerBody
{
    /// <summary>Code of list IdentityMode: RealNameUnverified, NameWithheld or Anonymous.</summary>
    public string? IdentityMode { get; init; }

    public string? Name { get; init; }

    /// <summary>Code of list IdKind.</summary>
    public string? IdKind { get; init; }

    public string? IdNumber { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public string? Address { get; init; }
}
