using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Domain.Notices;

namespace Petitions.Services.Notices;

/// <summary>
/// Fills the notice templates. They are read once and again after a minute, so that every node sees a changed text. A
/// code without a template, or a placeholder without a value, is a mistake of the program and throws.
/// </summary>
public sealed partial class NoticeTexts(IServiceScopeFactory scopes)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);
    private readonly Lock gate = new();
    private Dictionary<string, NoticeTemplate> templates = [];
    private long? readAt;

    /// <param name="code">Code of the template.</param>
    /// <param name="language"><c>en</c>, otherwise Chinese.</param>
    /// <param name="values">Values of placeholders; English takes <c>nameEn</c> before <c>name</c>.</param>
    /// <exception cref="InvalidOperationException">Unknown code or placeholder.</exception>
    public (string Subject, string Body) Render(string code, string language, IReadOnlyDictionary<string, string> values)
    {
        var template = Read().GetValueOrDefault(code) ?? throw new InvalidOperationException($"No notice template '{code}'.");
        var english = language.StartsWith("en", StringComparison.OrdinalIgnoreCase);
        return english
            ? (Fill(template.SubjectEn, "En"), Fill(template.BodyEn, "En"))
            : (Fill(template.SubjectZh, ""), Fill(template.BodyZh, ""));

        string Fill(string text, string suffix) => Placeholder().Replace(text, found =>
            values.GetValueOrDefault(found.Groups[1].Value + suffix) ?? values.GetValueOrDefault(found.Groups[1].Value)
            ?? throw new InvalidOperationException($"Notice template '{code}' asks for '{found.Groups[1].Value}'."));
    }

    private Dictionary<string, NoticeTemplate> Read()
    {
        lock (gate)
        {
            if (readAt is not { } then || templates.Count == 0 || TimeProvider.System.GetElapsedTime(then) > Life)
            {
                using var scope = scopes.CreateScope();
                templates = scope.ServiceProvider.GetRequiredService<PetitionsDbContext>().NoticeTemplates.AsNoTracking().ToList()
                    .GroupBy(template => template.Code).ToDictionary(versions => versions.Key, versions => versions.MaxBy(t => t.Version)!);
                readAt = TimeProvider.System.GetTimestamp();
            }

            return templates;
        }
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();
}
