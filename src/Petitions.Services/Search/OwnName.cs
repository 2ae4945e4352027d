using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Search;

namespace Petitions.Services.Search;

/// <summary>Searching one's own name finds nothing, not even a count (architecture.md section 4), however it is spaced.</summary>
internal static class OwnName
{
    public static bool StandsIn(string? typed, Actor actor) => typed is not null && actor.NameKey is { Length: > 0 } own
        && (PersonName.Key(typed) == own || typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Any(phrase => PersonName.Key(SearchText.Norm(phrase)) == own));
}
