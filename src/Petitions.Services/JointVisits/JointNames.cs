using Petitions.Data.Keys;
using Petitions.Domain.JointVisits;
using Petitions.Domain.Petitions;

namespace Petitions.Services.JointVisits;

/// <summary>
/// Keeps a name that is kept back out of what another petitioner reads (domain.md 3.2, 3.3 f). Such matters are not put on
/// one table; whoever withholds his name, or whose matter becomes a report, only afterwards is covered all the same.
/// </summary>
public sealed class JointNames(ColumnProtector protector)
{
    private const int Shortest = 2;

    // So-and-so.
    private const string Instead = "\u67d0\u67d0";

    /// <summary>Names of everybody on the side of the other matters that their reader must not learn.</summary>
    /// <param name="reader">Whose petitioner reads.</param>
    /// <param name="matters">All of the table, whole with their parties.</param>
    /// <param name="seated">Names on the seats of petitioners and agents: whose side each takes is not written there.</param>
    public IReadOnlyList<string> HiddenFrom(Petition reader, IReadOnlyList<Petition> matters, IEnumerable<string?> seated)
    {
        var quiet = matters.Where(other => other.Id != reader.Id && JointCompany.KeepsNameBack(other) && !JointCompany.IsOfSamePetitioner(reader, other)).ToList();
        return quiet.Count == 0 ? [] : [.. quiet.SelectMany(NamesOf).Concat(Usable(seated)).Distinct().Except(NamesOf(reader)).OrderByDescending(name => name.Length)];
    }

    public static string Without(string? text, IReadOnlyList<string> names) =>
        names.Aggregate(text ?? "", (rest, name) => rest.Replace(name, Instead, StringComparison.Ordinal));

    private IEnumerable<string> NamesOf(Petition petition) =>
        Usable(petition.Parties.SelectMany(party => new[] { party.Name, party.Identity is null ? null : protector.UnprotectBlock(party.Identity).SealedName }));

    private static IEnumerable<string> Usable(IEnumerable<string?> names) => names.OfType<string>().Select(name => name.Trim()).Where(name => name.Length >= Shortest);
}
