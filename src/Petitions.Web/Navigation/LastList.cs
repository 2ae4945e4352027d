using Petitions.Web.Hosting;

namespace Petitions.Web.Navigation;

/// <summary>The list a member of staff looked at last, with its filter and order: there the way back and a finished act lead (UX-071).</summary>
public sealed class LastList(IHttpContextAccessor accessor, CookieNames cookies)
{
    private const int LongestAddress = 500;

    private static readonly TimeSpan Life = TimeSpan.FromHours(8);

    private string Name => cookies.Named("pt-list");

    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("LastList is for requests only.");

    /// <summary>Keeps the address of the list that is being shown.</summary>
    public void Keep()
    {
        var address = Context.Request.Path + Context.Request.QueryString.Value;
        if (address.Length <= LongestAddress)
        {
            Context.Response.Cookies.Append(Name, address, cookies.Lasting(Life));
        }
    }

    /// <summary>The list kept last if it is one of these, else the first of them. A cookie is the visitor's own word: no other address is believed, nor one that no header may hold.</summary>
    public string Of(params ReadOnlySpan<string> lists)
    {
        var kept = Context.Request.Cookies[Name] ?? "";
        var believed = lists.Contains(kept.Split('?', 2)[0]) && kept.All(c => c is > ' ' and <= '~');
        return "~" + (believed ? kept : lists[0]);
    }
}
