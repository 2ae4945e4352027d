using Petitions.Web.Forms;

namespace Petitions.Web.Areas.Dev.Models;

/// <summary>One field for each kind of control.</summary>
public sealed class ComponentFields
{
    public static IReadOnlyList<string> Names { get; } = [nameof(Line), nameof(Words), nameof(List), nameof(One), nameof(Many), nameof(Day)];

    public string? Line { get; init; }

    public string? Words { get; init; }

    public string? List { get; init; }

    public string? One { get; init; }

    public IReadOnlyList<string> Many { get; init; } = [];

    public DateParts Day { get; init; } = new();

    public static ComponentFields Filled() => new()
    {
        Line = "138 0000 0000",
        Words = "abc",
        List = "b",
        One = "b",
        Many = ["a", "b"],
        Day = DateParts.From(new DateOnly(2026, 1, 5)),
    };
}
