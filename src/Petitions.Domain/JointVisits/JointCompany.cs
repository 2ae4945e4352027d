using Petitions.Domain.People;
using Petitions.Domain.Petitions;

namespace Petitions.Domain.JointVisits;

/// <summary>
/// Which matters may be heard at one table. Its papers go to every petitioner, so whoever keeps his name back, and a report,
/// is heard alone or with matters of the same petitioner only (domain.md 3.2, 3.3 d, f).
/// </summary>
public static class JointCompany
{
    // Who brings a matter (domain.md 3.7); agents and contacts of one person may serve many.
    private static readonly string[] Principals = ["Petitioner", "Representative", "JointSigner"];

    /// <summary>A matter that was taken back, or is answered and put away, has nothing left to be settled at a table.</summary>
    public static bool MayBeHeard(Petition petition) => petition.State is not (PetitionState.Withdrawn or PetitionState.Closed or PetitionState.Archived);

    /// <summary>Nobody else at a table may learn who brings it.</summary>
    public static bool KeepsNameBack(Petition petition) => petition.IdentityMode is "NameWithheld" or "Anonymous" || petition.Confidentiality == "ReportMaterial";

    /// <summary>Whether nobody of them learns a name that is kept from him.</summary>
    /// <param name="matters">Whole, with their parties.</param>
    public static bool MaySitTogether(IReadOnlyList<Petition> matters) =>
        !matters.Any(KeepsNameBack) || matters.Skip(1).All(each => IsOfSamePetitioner(matters[0], each));

    /// <exception cref="RuleBrokenException">joint.matter-ended, joint.other-person.</exception>
    public static void Require(IReadOnlyList<Petition> matters)
    {
        Rule.Require(matters.All(MayBeHeard), "joint.matter-ended");
        Rule.Require(MaySitTogether(matters), "joint.other-person");
    }

    /// <summary>Everybody who brings the one brings the other. A name alone says nothing: two may bear it.</summary>
    public static bool IsOfSamePetitioner(Petition one, Petition other)
    {
        var (left, right) = (one.Parties.Where(IsPrincipal).ToList(), other.Parties.Where(IsPrincipal).ToList());
        return left.Count > 0 && right.Count > 0 && left.TrueForAll(each => right.Exists(its => IsSame(each, its))) && right.TrueForAll(each => left.Exists(its => IsSame(each, its)));
    }

    private static bool IsPrincipal(PetitionParty party) => Principals.Contains(party.Relation);

    private static bool IsSame(PetitionParty one, PetitionParty other) => one.IdNumberIndex is { } left && other.IdNumberIndex is { } right
        ? left.AsSpan().SequenceEqual(right)
        : one.PhoneIndex is { } phone && other.PhoneIndex is { } its && phone.AsSpan().SequenceEqual(its);
}
