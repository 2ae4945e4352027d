using Microsoft.EntityFrameworkCore;
using Petitions.Data;

namespace Petitions.Services.Receptions;

/// <summary>Finds the wording of the record: the document template of its type that held on a day, the narrowest for what it is about.</summary>
public sealed class TranscriptScripts(PetitionsDbContext db)
{
    /// <summary>List DocumentType.</summary>
    public const string Type = "ReceptionTranscript";

    /// <param name="category">List PetitionCategory; null while nobody knows.</param>
    /// <param name="day">The day it was written: a record keeps the wording of its day.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<TranscriptScript> OfAsync(string? category, DateOnly day, CancellationToken ct)
    {
        var holding = await db.DocumentTemplates.AsNoTracking().Where(t => t.Type == Type && t.ValidFrom <= day && (t.ValidTo == null || t.ValidTo >= day)).ToListAsync(ct);
        var template = holding.Where(t => t.Fits("", category ?? "", null)).OrderByDescending(t => t.Rank).ThenByDescending(t => t.ValidFrom).FirstOrDefault();
        return template is null ? new TranscriptScript("", "") : new TranscriptScript(template.Text, FormattableString.Invariant($"{template.Version} ({template.ValidFrom:yyyy-MM-dd})"));
    }
}
