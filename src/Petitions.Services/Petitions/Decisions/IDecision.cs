using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;

namespace Petitions.Services.Petitions.Decisions;

/// <summary>What happens when a second person decides on a proposal of one kind.</summary>
public interface IDecision
{
    DecisionKind Kind { get; }

    /// <summary>Ability that decides it; the role named in the proposal is asked as well.</summary>
    string Ability { get; }

    /// <summary>What must be done on the matter before an approved proposal can be carried out; nothing for most kinds.</summary>
    IReadOnlyList<Fact> Prepare(Petition petition, bool noConflict) => [];

    /// <summary>Carries an approved proposal out and returns its facts.</summary>
    Task<IReadOnlyList<Fact>> ApproveAsync(Petition petition, DecisionProposal proposal, Actor actor, CancellationToken ct);

    /// <summary>Facts of a returned proposal.</summary>
    Task<IReadOnlyList<Fact>> ReturnAsync(Petition petition, DecisionProposal proposal, Actor actor, CancellationToken ct) => Task.FromResult<IReadOnlyList<Fact>>([]);
}
