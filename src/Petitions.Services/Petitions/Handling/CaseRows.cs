using Petitions.Domain.Clocks;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Domain.Petitions.Replies;
using Petitions.Services.Petitions.Documents;
using Petitions.Services.Petitions.Joining;

namespace Petitions.Services.Petitions.Handling;

/// <summary>What <see cref="CaseReads"/> read of one matter, before anything is masked or left out.</summary>
public sealed record CaseRows
{
    /// <summary>With its assignments and nothing else of what belongs to it.</summary>
    public required Petition Petition { get; init; }

    /// <summary>Oldest first, as all of these.</summary>
    public required IReadOnlyList<string?> PartyNames { get; init; }

    public required IReadOnlyList<Respondent> Respondents { get; init; }

    public required IReadOnlyList<PetitionAddition> Additions { get; init; }

    public required IReadOnlyList<CaseNote> Notes { get; init; }

    public required IReadOnlyList<Reply> Replies { get; init; }

    public required IReadOnlyList<PetitionClock> Clocks { get; init; }

    public required IReadOnlyList<TimelineEvent> Events { get; init; }

    public required IReadOnlyList<DocumentLine> Documents { get; init; }

    public required IReadOnlyList<JoinedWhole> Joined { get; init; }

    public required IReadOnlyList<JoinLine> Links { get; init; }

    public required CaseEntry? Entry { get; init; }

    public required int Files { get; init; }

    /// <summary>The newest first; empty for those who may not see the read log.</summary>
    public required IReadOnlyList<ReadRecord> Readers { get; init; }

    /// <summary>Everyone of the staff who is named in any of it.</summary>
    public required IReadOnlyDictionary<Guid, string> Names { get; init; }

    /// <summary>How many matters of others the reader has read within the hour, with this one (<see cref="ReadAlerts"/>).</summary>
    public required int ForeignReads { get; init; }
}
