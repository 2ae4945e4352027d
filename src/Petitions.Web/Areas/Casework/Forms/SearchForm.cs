using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Petitions.Domain.Petitions;
using Petitions.Services.Search;
using Petitions.Web.Forms;

namespace Petitions.Web.Areas.Casework.Forms;

/// <summary>The search box and its filters, as they stand in the address. An export carries them on.</summary>
public class SearchForm
{
    public string? Q { get; set; }

    public Guid? Office { get; set; }

    public Guid? Department { get; set; }

    public PetitionState? State { get; set; }

    public string? Category { get; set; }

    public string? Channel { get; set; }

    public string? From { get; set; }

    public string? To { get; set; }

    /// <summary>Whether any filter is set.</summary>
    public bool Narrowed => Filter() != new SearchFilter();

    public SearchFilter Filter() => new()
    {
        OfficeId = Office,
        DepartmentId = Department,
        State = State,
        Category = string.IsNullOrWhiteSpace(Category) ? null : Category,
        Channel = string.IsNullOrWhiteSpace(Channel) ? null : Channel,
        From = DateText.Parse(From),
        To = DateText.Parse(To),
    };

    /// <summary>Text and filters as a query, and what else is given.</summary>
    public string Query(params ReadOnlySpan<(string Name, string? Value)> more)
    {
        var query = new QueryBuilder();
        void Add(string name, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                query.Add(name, value);
            }
        }

        Add("q", Q);
        Add("office", Office?.ToString());
        Add("department", Department?.ToString());
        Add("state", State?.ToString());
        Add("category", Category);
        Add("channel", Channel);
        Add("from", DateText.Parse(From)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add("to", DateText.Parse(To)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        foreach (var (name, value) in more)
        {
            Add(name, value);
        }

        return query.ToQueryString().Value ?? "";
    }
}
