namespace Petitions.Services.Notices;

/// <summary>What is printed or said: address or telephone, the text, the document that goes into the envelope, and the steps so far.</summary>
public sealed record LetterSheet
{
    public required Guid Id { get; init; }

    public required Guid PetitionId { get; init; }

    public required string Number { get; init; }

    /// <summary>He carries the post and may not know of the matter: neither text nor document, the envelope alone.</summary>
    public required bool EnvelopeOnly { get; init; }

    public required string Address { get; init; }

    public required string Subject { get; init; }

    public required string Body { get; init; }

    public required string Channel { get; init; }

    public required string State { get; init; }

    public required string? PostalNumber { get; init; }

    public required Guid? DocumentId { get; init; }

    /// <summary>Reports and safe contact: only the plain envelope is offered.</summary>
    public required bool PlainOnly { get; init; }

    /// <summary>Another way was already chosen for what came back.</summary>
    public required bool FollowedUp { get; init; }

    public required IReadOnlyList<LetterStepLine> Steps { get; init; }
}

/// <summary>One step with the name of who took it.</summary>
public sealed record LetterStepLine(string State, DateTime At, string? Who, string? Detail);
