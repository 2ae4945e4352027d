using Petitions.Domain.Receptions;

namespace Petitions.Services.Receptions.Ledger;

/// <summary>
/// One line of the register of visits (来访登记簿; domain.md 4.2, 来访登记表). Names, numbers, telephone and address are masked
/// here already, unless whoever reads may open them and a second person said yes.
/// </summary>
public sealed record LedgerLine
{
    public required Guid Id { get; init; }

    public required Ticket Ticket { get; init; }

    public required DateTime ArrivedAt { get; init; }

    public required DateTime? StartedAt { get; init; }

    public required DateTime? EndedAt { get; init; }

    /// <summary>Seconds.</summary>
    public required int Waited { get; init; }

    /// <summary>Seconds.</summary>
    public required int Talked { get; init; }

    public required Guid ServicePointId { get; init; }

    public required string Form { get; init; }

    /// <summary>Who may be told is hidden: a report, or a name withheld.</summary>
    public required LedgerSecrecy Secrecy { get; init; }

    /// <summary>The visitor first, then representatives and agents.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>How many of them came as representatives.</summary>
    public required int Representatives { get; init; }

    /// <summary>Whom a lawyer or agent speaks for.</summary>
    public required string? ActsFor { get; init; }

    public required int? Age { get; init; }

    /// <summary>List IdKind.</summary>
    public required string? IdKind { get; init; }

    public required string IdNumber { get; init; }

    public required string Phone { get; init; }

    public required string Address { get; init; }

    public required int GroupSize { get; init; }

    /// <summary>List SpecialNeed.</summary>
    public required IReadOnlyList<string> Needs { get; init; }

    public required string? Topic { get; init; }

    /// <summary>Whether the visit concerned a matter that ran already, or one was registered at it; null for neither.</summary>
    public required ReceptionMatterKind? Repeat { get; init; }

    /// <summary>Numbers of its matters that the reader may list.</summary>
    public required IReadOnlyList<string> Matters { get; init; }

    public required string? Receiver { get; init; }

    public required string? SecondReceiver { get; init; }

    public required ReceptionState State { get; init; }

    public required ReceptionOutcome? Outcome { get; init; }

    public required string? OutcomeNote { get; init; }

    /// <summary>Names stand in clear, so that reading it is a reading of these matters.</summary>
    public required bool Clear { get; init; }

    public required IReadOnlyList<Guid> MatterIds { get; init; }
}
