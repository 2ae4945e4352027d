namespace Petitions.Services.Petitions.Documents.OnDemand;

/// <summary>What a person asks for: the type, and what only a person knows.</summary>
public sealed record IssueOnDemand
{
    public required string Number { get; init; }

    /// <summary>One of <see cref="OnDemandTypes.All"/>.</summary>
    public required string Type { get; init; }

    /// <summary>How many documents the page showed: the same press a second time finds one more and issues nothing.</summary>
    public required int Seen { get; init; }

    /// <summary>Words of an urging note; may be empty.</summary>
    public string? Text { get; init; }

    /// <summary>The visit a registration form is about.</summary>
    public Guid? VisitId { get; init; }

    /// <summary>The document a receipt of service is about.</summary>
    public Guid? DocumentId { get; init; }

    /// <summary>List DeliveryWay; empty to be filled in by hand.</summary>
    public string? Way { get; init; }

    public DateOnly? ServedOn { get; init; }
}
