using Petitions.Services.Petitions;

namespace Petitions.Web.Display;

/// <summary>A heading that orders its list: the first press upwards, the next downwards. The address keeps the filters.</summary>
public sealed record SortHead(string Label, string Address, ListSort Up, ListSort Down, ListSort Now)
{
    public string? AriaSort => Now == Up ? "ascending" : Now == Down ? "descending" : "none";

    public string Href => $"{Address}&sort={(Now == Up ? Down : Up)}";
}
