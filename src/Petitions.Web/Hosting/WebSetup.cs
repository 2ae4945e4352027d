using System.IO.Compression;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using Petitions.Data;
using Petitions.Web.Display;
using Petitions.Web.Errors;
using Petitions.Web.Forms;
using Petitions.Web.Navigation;

namespace Petitions.Web.Hosting;

/// <summary>The shell of the site: pages, languages, headers, limits, error pages, static files.</summary>
public static class WebSetup
{
    private const int TextFormBytes = 1024 * 1024;
    private const int FormKeys = 1024;

    public static void AddPetitionsWeb(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<SiteOptions>().BindConfiguration(SiteOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<CookieNames>();
        services.AddScoped<LastList>();
        services.AddHttpContextAccessor();
        services.AddLocalization();
        services.AddSingleton<Dates>();
        services.AddSingleton<DueTag>();
        services.AddSingleton<ClockTag>();
        services.AddSingleton<TimelineWords>();
        services.AddScoped<RuleForm>();
        services.AddScoped<PageState>();
        AddPages(builder);
        AddLimits(builder);
    }

    /// <param name="app">The application.</param>
    /// <param name="afterRouting">What needs to know the endpoint: rate limits, sign-in, abilities. Sign-in and abilities are added when nothing is given.</param>
    public static void UsePetitionsWeb(this WebApplication app, Action<WebApplication>? afterRouting = null)
    {
        app.UseSecurityHeaders(SecurityHeaders.Policies(app.Environment.IsProduction()));
        app.UsePageHeaders();
        app.UseResponseCompression();
        // Before the error pages: they must speak the language of the address that failed.
        app.UsePetitionsLanguages();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error/500",
            StatusCodeSelector = error => error switch
            {
                BadHttpRequestException bad => bad.StatusCode,
                Services.Files.FileStoreAwayException away => away.IsFull ? StatusCodes.Status507InsufficientStorage : StatusCodes.Status503ServiceUnavailable,
                _ when DiskFull.Is(error) => StatusCodes.Status507InsufficientStorage,
                _ when DatabaseAway.Is(error, app.Services.GetService<IEngineInfo>()) => StatusCodes.Status503ServiceUnavailable,
                _ => StatusCodes.Status500InternalServerError,
            },
        });
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseRouting();
        app.Use(RefuseTooLarge);
        app.Use(RefuseForeignForms);
        (afterRouting ?? UseDoors)(app);
        app.MapStaticAssets().AllowAnonymous();
        app.MapControllers().WithStaticAssets();
    }

    /// <summary>A body announced as larger than its route takes is 413 at once; read halfway it would look like a missing token.</summary>
    private static Task RefuseTooLarge(HttpContext context, RequestDelegate next)
    {
        var shown = context.Features.Get<IStatusCodeReExecuteFeature>() is not null;
        if (!shown && context.Request.ContentLength is { } length && length > context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return Task.CompletedTask;
        }

        return next(context);
    }

    /// <summary>
    /// A form sent by another site is refused before anything is read, whatever token it carries (security.md C2). The API
    /// has no cookies to abuse and takes anybody's.
    /// </summary>
    private static Task RefuseForeignForms(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        var origin = request.Headers.Origin.ToString();
        var safe = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);
        var shown = context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;
        if (safe || shown || origin.Length == 0 || request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
            || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static void UseDoors(WebApplication app)
    {
        if (app.Services.GetService<IAuthenticationSchemeProvider>() is not null)
            app.UseAuthentication();
        app.UseAuthorization();
    }

    private static void AddPages(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var cookies = new CookieNames(builder.Environment);
        services.AddControllersWithViews(options =>
        {
            options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
            options.ModelBinderProviders.Insert(0, new DayBinder());
            options.MaxModelBindingCollectionSize = FormKeys;
            // Validators decide what is required, in the words of the form.
            options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        }).AddCookieTempDataProvider(options =>
        {
            options.Cookie.Name = cookies.TempData;
            options.Cookie.SecurePolicy = SecurePolicy(builder.Environment);
        });
        services.AddSingleton<IConfigureOptions<MvcOptions>, BindingMessages>();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = cookies.Antiforgery;
            options.Cookie.Path = "/";
            options.Cookie.SecurePolicy = SecurePolicy(builder.Environment);
            options.SuppressXFrameOptionsHeader = true;
        });
        // Chinese is text, not entities: pages are half the size and can be read in the source.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new(UnicodeRanges.All));
        services.AddResponseCompression(options =>
        {
            // Anti-forgery tokens are masked anew in every page, so compression does not give them away (BREACH).
            options.EnableForHttps = true;
            options.MimeTypes = ["text/html", "application/json", "application/problem+json", "text/css", "text/javascript", "application/javascript", "image/svg+xml"];
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }

    private static void AddLimits(WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
            options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            // Upload routes raise it with [RequestSizeLimit].
            options.Limits.MaxRequestBodySize = TextFormBytes;
        });
        builder.Services.Configure<FormOptions>(options =>
        {
            options.ValueCountLimit = FormKeys;
            options.ValueLengthLimit = TextFormBytes;
        });
    }

    private static CookieSecurePolicy SecurePolicy(IHostEnvironment environment) =>
        environment.IsProduction() ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
}
