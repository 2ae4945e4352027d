using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Mvc;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Web.Errors;
using Petitions.Web.Hosting;
using Petitions.Web.Navigation;

namespace Petitions.Web.Access;

/// <summary>Who is acting and what the person may do. Deny by default: what is not public on purpose needs a sign-in.</summary>
public static class AccessSetup
{
    public const string PendingScheme = "Pending";

    private static readonly TimeSpan PendingLife = TimeSpan.FromMinutes(10);

    public static void AddPetitionsAccess(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var production = builder.Environment.IsProduction();
        services.AddOptions<AccountOptions>().BindConfiguration(AccountOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        // Keys in the database: a form made on one node is good on all.
        services.AddDataProtection().SetApplicationName("Petitions").PersistKeysToDbContext<PetitionsDbContext>();
        services.AddOptions<KeyManagementOptions>().Configure<ColumnProtector>((keys, protector) => keys.XmlEncryptor = new SealedKeyXml(protector));
        services.AddScoped<CurrentActor>();
        services.AddScoped<ICurrentActor>(provider => provider.GetRequiredService<CurrentActor>());
        services.AddScoped<SessionEvents>();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(options =>
            {
                Harden(options, production, "pt-staff");
                options.LoginPath = "/staff/sign-in";
                options.EventsType = typeof(SessionEvents);
                options.SlidingExpiration = true;
            })
            .AddCookie(PendingScheme, options =>
            {
                Harden(options, production, "pt-code");
                options.ExpireTimeSpan = PendingLife;
            });
        services.AddAuthorizationBuilder().AddPolicy(AbilityPolicies.SignedIn, policy => policy.RequireAuthenticatedUser()).SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddSingleton<IAuthorizationPolicyProvider, AbilityPolicies>();
        services.AddScoped<IAuthorizationHandler, AbilityHandler>();
        services.AddScoped<IAuthorizationHandler, AnyAbilityHandler>();
        services.AddScoped<IStaffNavSource, StaffNavigation>();
        services.AddScoped<IStaffNavSource, Areas.Desk.LetterNavigation>();
        services.AddScoped<IStaffNavSource, Areas.Admin.TemplateNavigation>();
        services.AddScoped<IStaffNavSource, Areas.Admin.StatusNavigation>();
        services.AddScoped<IStaffNavSource, Areas.Casework.SearchNavigation>();
        services.AddScoped<IStaffNavSource, Areas.Inspection.VerifyNavigation>();
        services.AddScoped<IStaffNavSource, Areas.Inspection.ReviewNavigation>();
        services.AddScoped<Areas.Inspection.OfficerPages>();
        services.AddScoped<Areas.Inspection.ReviewCodes>();
        services.AddScoped<Areas.Inspection.ReviewTimelineWords>();
        services.Configure<MvcOptions>(options =>
        {
            options.Filters.Add<AccountDutiesFilter>();
            options.Filters.Add<BrokenRuleFilter>();
        });
    }

    private static void Harden(CookieAuthenticationOptions options, bool production, string name)
    {
        options.Cookie.Name = production ? "__Host-" + name : name;
        options.Cookie.HttpOnly = true;
        options.Cookie.Path = "/";
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = production ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = Domain.Offices.StaffSession.Longest;
        // Sessions live in real time; the demo clock may be moved.
        options.TimeProvider = TimeProvider.System;
    }
}
