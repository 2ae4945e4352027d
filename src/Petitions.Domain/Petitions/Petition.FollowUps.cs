using Petitions.Domain.FirstHandlers;

namespace Petitions.Domain.Petitions;

/// <content>What follows a rating: a call-back by a stranger to the matter, and a review matter (回访、复查; journey J9).</content>
public sealed partial class Petition
{
    /// <summary>Whoever is to call back may read the matter until the call is written down.</summary>
    public void NameFollowUpOfficer(Guid staffId, Guid departmentId, DateTime now)
    {
        EndFollowUp(now);
        assignments.Add(Assignment.Start(Id, AssignmentKind.FollowUpOfficer, staffId, departmentId, null, null, now));
    }

    public void EndFollowUp(DateTime now) => ActiveAssignment(AssignmentKind.FollowUpOfficer)?.End(now);

    public bool IsCalledBackBy(Guid? staffId) => staffId is not null && ActiveAssignment(AssignmentKind.FollowUpOfficer)?.StaffId == staffId;

    /// <summary>Says that this matter looks at another one again; that one is not touched.</summary>
    public (PetitionLink Link, LinkedMatterOpened Fact) AsReviewOf(Petition earlier, string reason, Guid decidedBy, DateTime now)
    {
        RequireOther(earlier);
        return (PetitionLink.Create(Id, earlier.Id, PetitionLinkKind.ReviewOf, samePerson: true, Rule.RequireText(reason, PetitionLink.ReasonMax, "merge.reason"), decidedBy, now),
            new LinkedMatterOpened(Id, earlier.Id, earlier.Number));
    }
}
