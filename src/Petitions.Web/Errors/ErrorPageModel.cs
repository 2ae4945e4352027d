namespace Petitions.Web.Errors;

/// <summary>What an error page says. A filter that knows more (which rule was broken) fills <see cref="Detail"/>.</summary>
public sealed record ErrorPageModel
{
    private static readonly int[] WithOwnWords = [400, 403, 404, 405, 409, 410, 413, 422, 429, 500, 503, 507];

    public required int Status { get; init; }
    public required string TraceId { get; init; }

    /// <summary>Already in the language of the page.</summary>
    public string? Detail { get; init; }

    /// <summary>Prefix of the keys in ErrorTexts.</summary>
    public string Key => Busy ? "error.busy" : Array.IndexOf(WithOwnWords, Status) >= 0 ? $"error.{Status}" : Status < 500 ? "error.400" : "error.500";

    /// <summary>Too many files come in at this moment.</summary>
    public bool Busy { get; init; }

    /// <summary>The page with the files, whose form was never read: what was filled in before is kept there, only files are chosen again.</summary>
    public string? Back { get; init; }

    /// <summary>What was sent, where it may be sent again: so that nothing typed is lost. Null when nothing was.</summary>
    public Resend? Again { get; init; }
}
