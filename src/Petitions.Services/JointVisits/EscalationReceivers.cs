using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Services.Offices;
using Petitions.Services.Reference;

namespace Petitions.Services.JointVisits;

/// <summary>
/// To whom a matter may be reported: the political-legal committee of its place, and the offices above this one; never the
/// unit complained of, nor who stands under it (seed feature 28).
/// </summary>
public sealed class EscalationReceivers(OfficeCatalog offices, ReferenceCatalog reference, ReceiverCheck check)
{
    public const string Committee = "PoliticalLegalCommittee";
    public const string Superior = "SuperiorOffice";

    /// <param name="petition">Whole, with its respondents.</param>
    public IReadOnlyList<EscalationReceiver> Of(Petition petition) =>
    [
        .. Committees(petition),
        .. Superiors(petition).Where(each => !check.IsComplainedOf(petition, each.Office.NameZh, each.Office.Id)).Select(each => each.Receiver),
    ];

    /// <summary>Whether a report may go there: one of those offered, and complained of by nobody.</summary>
    /// <param name="petition">Whole, with its respondents.</param>
    /// <param name="kind">Kind of the receiver.</param>
    /// <param name="name">Its name; a committee is named by whoever proposes.</param>
    public bool Allows(Petition petition, string? kind, string? name) => kind == Committee
        ? Committees(petition).Any() && !string.IsNullOrWhiteSpace(name) && !check.IsComplainedOf(petition, name)
        : Of(petition).Any(each => each.Kind == kind && each.NameZh == name);

    /// <summary>Offered while no committee is complained of in the matter.</summary>
    private IEnumerable<EscalationReceiver> Committees(Petition petition)
    {
        var zh = reference.Label("ExternalOrganKind", Committee, "zh-Hans");
        if (!petition.Respondents.Any(r => r.Status != RespondentStatus.Cleared && r.NameKey.EndsWith(PersonName.Key(zh), StringComparison.Ordinal)))
        {
            yield return new EscalationReceiver(Committee, Committee, zh, reference.Label("ExternalOrganKind", Committee, "en"));
        }
    }

    private IEnumerable<(EscalationReceiver Receiver, Office Office)> Superiors(Petition petition)
    {
        var seen = new HashSet<Guid>();
        for (var office = offices.Office(offices.Office(petition.OfficeId)?.ParentId); office is not null && seen.Add(office.Id); office = offices.Office(office.ParentId))
        {
            yield return (new EscalationReceiver(office.Code, Superior, office.NameZh, office.NameEn), office);
        }
    }
}
