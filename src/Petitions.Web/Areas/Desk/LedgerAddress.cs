using Microsoft.AspNetCore.Http.Extensions;
using Petitions.Services.Receptions.Ledger;
using Petitions.Web.Display;

namespace Petitions.Web.Areas.Desk;

/// <summary>Addresses of the register of visits: what narrows it goes along to its next page, its print and its export.</summary>
internal static class LedgerAddress
{
    public const string Page = "~/desk/ledger";

    public static string Of(string path, LedgerFilter filter, params (string Name, string? Value)[] more)
    {
        var query = new QueryBuilder();
        (string Name, string? Value)[] all =
        [
            ("from", Dates.Machine(filter.From)), ("to", Dates.Machine(filter.To)), ("office", filter.Office?.ToString()), ("point", filter.Point?.ToString()), ("reception", filter.Form), .. more,
        ];
        foreach (var (name, value) in all)
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Add(name, value);
            }
        }

        return path + query.ToQueryString();
    }
}
