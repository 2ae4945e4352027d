using Microsoft.Extensions.Options;
using Petitions.Web.Hosting;

namespace Petitions.Web.Display;

/// <summary>What the layouts need to know about this visitor and this site; nothing here comes from the page itself.</summary>
public sealed class PageState(IHttpContextAccessor accessor, CookieNames cookies, IOptions<SiteOptions> options, IHostEnvironment environment)
{
    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("PageState is for pages only.");

    public SiteOptions Site => options.Value;
    public bool Chinese => PetitionCultures.IsChinese;
    public string Lang => PetitionCultures.Current;
    public string OfficeName => Site.OfficeName(Chinese);
    public string Address => Site.Address(Chinese);
    public bool Elder => Context.Request.Cookies[cookies.Elder] == "1";
    public bool Contrast => Context.Request.Cookies[cookies.Contrast] == "1";
    public bool Development => environment.IsDevelopment();

    /// <summary>Class names for the html element of citizen pages.</summary>
    public string HtmlClass => (Elder, Contrast) switch
    {
        (true, true) => "pt-elder pt-contrast",
        (true, false) => "pt-elder",
        (false, true) => "pt-contrast",
        _ => "pt-plain",
    };

    public string OtherLang => PetitionCultures.Other;
    public string OtherLangHref => LanguageSwitch.To(PetitionCultures.Other, Context);
    public string Here => LanguageSwitch.Here(Context);
    public string HotlineHref => Telephone(Site.Hotline);
    public string HallPhoneHref => Telephone(Site.HallPhone);

    private static string Telephone(string number) => "tel:" + number.Replace(" ", "", StringComparison.Ordinal);
}
