using System.Text.Json.Serialization;

namespace Petitions.Web.Api.V1;

/// <summary>A petition as another system files it. A member that is not listed here is refused by name, never dropped.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PetitionBody
{
    /// <summary>Code of list PetitionCategory.</summary>
    public string? Category { get; init; }

    /// <summary>Code of list PetitionSubCategory, or absent.</summary>
    public string? SubCategory { get; init; }

    /// <summary>At most 100 characters; absent means the first words of the request.</summary>
    public string? Title { get; init; }

    /// <summary>What happened, at most 10,000 characters.</summary>
    public string? Text { get; init; }

    /// <summary>What is asked for, at most 1,000 characters.</summary>
    public string? Request { get; init; }

    public PetitionerBody? Petitioner { get; init; }

    public IReadOnlyList<RespondentBody>? Respondents { get; init; }

    /// <summary>Six-digit area code of the place; chooses the office when no office is named.</summary>
    public string? AreaCode { get; init; }

    public string? OfficeCode { get; init; }

    /// <summary><c>zh-Hans</c> (default) or <c>en</c>: the language of notices.</summary>
    public string? Language { get; init; }
}
