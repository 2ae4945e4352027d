namespace Petitions.Services.Receptions;

/// <summary>Who stands at the desk and asks for the code of which matter.</summary>
public sealed record HandOverCode
{
    public required Guid SubmissionKey { get; init; }

    public string? Number { get; init; }

    public string? Name { get; init; }

    /// <summary>Compared where the matter knows one.</summary>
    public string? IdNumber { get; init; }

    /// <summary>The clerk saw a paper of the person.</summary>
    public bool Shown { get; init; }

    public string? Reason { get; init; }
}
