namespace Petitions.Domain.Clocks;

/// <summary>
/// The expression of the column applies_to: "Any" or codes joined by a bar. Codes of one list are joined by OR,
/// different lists by AND. Bare codes of categories and of sub-categories form ONE list: a sub-category lies inside
/// its category, so joining the two by AND would make "Report|A2" mean nothing that "A2" does not.
/// </summary>
public sealed class AppliesTo
{
    private readonly IReadOnlyList<(string List, string[] Codes)> groups;

    private AppliesTo(IReadOnlyList<(string List, string[] Codes)> groups) => this.groups = groups;

    public static AppliesTo Parse(string expression)
    {
        var parts = expression.Split('|', StringSplitOptions.TrimEntries);
        if (parts is ["Any"])
        {
            return new AppliesTo([]);
        }

        var codes = parts.Select(part =>
        {
            var dot = part.IndexOf('.', StringComparison.Ordinal);
            var list = dot < 0 ? "" : part[..dot];
            var code = part[(dot + 1)..];
            // "Any" beside other codes would silently widen the rule; an empty code would never match.
            Rule.Require(code.Length > 0 && dot != 0 && part != "Any", "clock.applies-to-unreadable");
            return (List: list, Code: code);
        });
        return new AppliesTo([.. codes.GroupBy(c => c.List).Select(g => (g.Key, g.Select(c => c.Code).ToArray()))]);
    }

    public bool Matches(ClockSubject subject) => groups.All(group => group.Codes.Any(code => subject.Has(group.List, code)));

    public bool Asks(string list) => groups.Any(group => group.List == list);
}
