using Petitions.Domain.FirstHandlers;
using Petitions.Domain.Petitions;

namespace Petitions.Domain.AccountabilityReviews.Timelines;

/// <summary>Walks the facts in their order and says who held the matter on each day.</summary>
internal sealed class HolderHistory
{
    // Facts of later issues that move the matter as well; the list of kinds names them already.
    private const string ContributionRequested = "ContributionRequested";
    private const string ContributionReceived = "ContributionReceived";
    private const string ContributionCancelled = "ContributionCancelled";
    private const string DepartmentReturned = "DepartmentReturned";

    private readonly List<HolderSpan> spans = [];
    private readonly Stack<Holding> before = new();
    private readonly List<Guid?> asked = [];

    private HolderHistory(DateOnly from) => spans.Add(new HolderSpan(from, from, new Holding(HolderKind.Intake)));

    /// <param name="facts">The chain.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    /// <param name="closedAt">Place of the fact that closed it: what came after changes no holder.</param>
    public static IReadOnlyList<HolderSpan> Of(IReadOnlyList<TimelineFact> facts, DateOnly from, DateOnly to, int? closedAt)
    {
        var history = new HolderHistory(from);
        foreach (var fact in facts.Where(fact => closedAt is null || fact.Seq <= closedAt))
        {
            history.Apply(fact, to);
        }

        history.spans[^1] = history.spans[^1] with { To = to };
        return history.spans;
    }

    private Holding Now => spans[^1].Holding;

    private void Apply(TimelineFact fact, DateOnly to)
    {
        var day = fact.Day > to ? to : fact.Day;
        switch (fact.Kind)
        {
            case nameof(ScreeningStarted):
                Turn(day, new Holding(HolderKind.Intake, fact.ActorId, fact.DepartmentId));
                break;
            case DepartmentReturned or nameof(TransferReturned) or nameof(SpotAnswerReopened) or nameof(NonAcceptanceRevoked):
                Turn(day, new Holding(HolderKind.Intake));
                break;
            // Acceptance names the handler first and then the way that led to his department.
            case nameof(PetitionRouted) when Now.Kind == HolderKind.Handler && Now.DepartmentId == fact.IdOf("toDepartmentId"):
                break;
            case nameof(PetitionRouted):
                Turn(day, new Holding(HolderKind.Department, null, fact.IdOf("toDepartmentId")));
                break;
            case nameof(FirstHandlerNamed):
                Turn(day, new Holding(HolderKind.Handler, fact.IdOf("staffId"), fact.IdOf("handlerDepartmentId")));
                break;
            case nameof(HandlerChanged):
                Turn(day, new Holding(HolderKind.Handler, fact.IdOf("toStaffId"), fact.IdOf("toDepartmentId")));
                break;
            case nameof(SubstituteNamed):
                Turn(day, Now with { SubstituteId = fact.IdOf("staffId") });
                break;
            case nameof(SubstituteEnded):
                Turn(day, Now with { SubstituteId = null });
                break;
            case nameof(MaterialsRequested):
                Turn(day, Now with { Waiting = WaitingFor.Petitioner, WaitingDepartmentId = null });
                break;
            case nameof(MaterialsCompleted) or nameof(PetitionAccepted) or nameof(NonAcceptanceDecided):
                Turn(day, Now with { Waiting = WaitingFor.Nobody, WaitingDepartmentId = null });
                break;
            case ContributionRequested:
                asked.Add(fact.IdOf("departmentId") ?? fact.IdOf("toDepartmentId"));
                Wait(day);
                break;
            case ContributionReceived or ContributionCancelled:
                Answered(fact.IdOf("departmentId") ?? fact.IdOf("toDepartmentId") ?? fact.DepartmentId);
                Wait(day);
                break;
            case nameof(PetitionTransferred):
                Aside(day, HolderKind.OtherOrgan);
                break;
            case nameof(PetitionMerged):
                Aside(day, HolderKind.Joined);
                break;
            case nameof(PetitionWithdrawn):
                Aside(day, HolderKind.Withdrawn);
                break;
            case nameof(MergeUndone) or nameof(WithdrawalTakenBack):
                Turn(day, before.TryPop(out var held) ? held : new Holding(HolderKind.Intake));
                break;
        }
    }

    private void Aside(DateOnly day, HolderKind kind)
    {
        before.Push(Now);
        Turn(day, new Holding(kind));
    }

    private void Answered(Guid? department)
    {
        if (asked.Count > 0 && !asked.Remove(department))
        {
            asked.RemoveAt(0);
        }
    }

    private void Wait(DateOnly day) => Turn(day, asked.Count > 0
        ? Now with { Waiting = WaitingFor.Contributor, WaitingDepartmentId = asked[0] }
        : Now with { Waiting = WaitingFor.Nobody, WaitingDepartmentId = null });

    /// <summary>From this day on; of several on one day the last stands, and what does not change begins no span.</summary>
    private void Turn(DateOnly day, Holding next)
    {
        var last = spans[^1];
        // A clock that was set back moves no day that is told already.
        day = day < last.From ? last.From : day;
        if (last.Holding == next)
        {
            return;
        }

        if (last.From == day)
        {
            spans.RemoveAt(spans.Count - 1);
            if (spans.Count > 0 && spans[^1].Holding == next)
            {
                return;
            }
        }
        else
        {
            spans[^1] = last with { To = day.AddDays(-1) };
        }

        spans.Add(new HolderSpan(day, day, next));
    }
}
