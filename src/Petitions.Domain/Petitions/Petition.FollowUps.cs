using Petitions.Domain.FirstHandlers;

namespace Petitions.Domain.Petitions;

/// <content>What follows a rating: a call-back by a stranger to the matter, and a review matter (回访、复查; journey J9).</content>
public sealed partial class Petition
{
    /// <summary>
    /// Whoever is to call back may read the matter until his call is written down. Each rated reply has its own call, so
    /// several may wait at once, and none takes the matter out of another's sight.
    /// </summary>
    public void NameFollowUpOfficer(Guid staffId, Guid departmentId, DateTime now)
    {
        if (!IsCalledBackBy(staffId))
        {
            assignments.Add(Assignment.Start(Id, AssignmentKind.FollowUpOfficer, staffId, departmentId, null, null, now));
        }
    }

    public void EndFollowUp(Guid? staffId, DateTime now) => FollowUpOf(staffId)?.End(now);

    public bool IsCalledBackBy(Guid? staffId) => FollowUpOf(staffId) is not null;

    private Assignment? FollowUpOf(Guid? staffId) => assignments.Find(a => a.Kind == AssignmentKind.FollowUpOfficer && a.To is null && a.StaffId == staffId);

    /// <summary>Says that this matter looks at another one again; that one is not touched.</summary>
    public (PetitionLink Link, LinkedMatterOpened Fact) AsReviewOf(Petition earlier, string reason, Guid decidedBy, DateTime now)
    {
        RequireOther(earlier);
        return (PetitionLink.Create(Id, earlier.Id, PetitionLinkKind.ReviewOf, samePerson: true, Rule.RequireText(reason, PetitionLink.ReasonMax, "merge.reason"), decidedBy, now),
            new LinkedMatterOpened(Id, earlier.Id, earlier.Number));
    }
}
