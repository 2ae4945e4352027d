namespace Petitions.Web.Hosting;

/// <summary>Names of the portal's cookies. In Production they carry __Host-, which a browser only accepts over https.</summary>
public sealed class CookieNames(IHostEnvironment environment)
{
    /// <summary>A cookie of one feature, under the same rule.</summary>
    public string Named(string name) => environment.IsProduction() ? "__Host-" + name : name;

    public string Culture => Named("pt-culture");
    public string Elder => Named("pt-elder");
    public string Contrast => Named("pt-contrast");
    public string Antiforgery => Named("pt-form");
    public string TempData => Named("pt-note");

    /// <summary>What every cookie of the portal has in common; __Host- demands path / and no domain.</summary>
    public CookieOptions Lasting(TimeSpan age) => new()
    {
        Path = "/",
        HttpOnly = true,
        IsEssential = true,
        MaxAge = age,
        SameSite = SameSiteMode.Lax,
        Secure = environment.IsProduction(),
    };
}
