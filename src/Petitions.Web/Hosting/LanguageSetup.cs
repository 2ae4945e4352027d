using Microsoft.AspNetCore.Localization;

namespace Petitions.Web.Hosting;

/// <summary>Which language a page is in: address, then cookie, then the browser's wish, then Chinese.</summary>
public static class LanguageSetup
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    public static void UsePetitionsLanguages(this WebApplication app)
    {
        var cookies = app.Services.GetRequiredService<CookieNames>();
        string[] cultures = [PetitionCultures.Chinese, PetitionCultures.English];
        var options = new RequestLocalizationOptions
        {
            ApplyCurrentCultureToResponseHeaders = true,
            RequestCultureProviders =
            [
                new QueryStringRequestCultureProvider { QueryStringKey = "culture", UIQueryStringKey = "culture" },
                new CookieRequestCultureProvider { CookieName = cookies.Culture },
                new AcceptLanguageHeaderRequestCultureProvider(),
            ],
        };
        options.SetDefaultCulture(PetitionCultures.Chinese).AddSupportedCultures(cultures).AddSupportedUICultures(cultures);
        app.UseRequestLocalization(options);
        app.Use((context, next) =>
        {
            Remember(context, cookies);
            return next(context);
        });
    }

    /// <summary>A language chosen by address is kept for the next visit.</summary>
    private static void Remember(HttpContext context, CookieNames cookies)
    {
        var chosen = context.Request.Query["culture"].ToString();
        if (!HttpMethods.IsGet(context.Request.Method) || chosen is not (PetitionCultures.Chinese or PetitionCultures.English))
            return;
        var value = CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(chosen));
        context.Response.Cookies.Append(cookies.Culture, value, cookies.Lasting(Remembered));
    }
}
