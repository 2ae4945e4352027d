using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace Petitions.Web.Hosting;

internal static class ProxySetup
{
    public static void AddPetitionProxies(this IServiceCollection services) => services.AddOptions<ProxyOptions>().BindConfiguration(ProxyOptions.Section)
        .Validate(proxy => proxy.Known.All(address => IPAddress.TryParse(address, out _)), "Proxy:Known must hold IP addresses.")
        .Validate(proxy => proxy.PathBase.Length == 0 || proxy.PathBase.StartsWith('/'), "Proxy:PathBase must begin with '/'.")
        .ValidateOnStart();

    public static void UsePetitionProxies(this WebApplication app)
    {
        var proxy = app.Services.GetRequiredService<IOptions<ProxyOptions>>().Value;
        if (proxy.Known.Count > 0)
        {
            var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var address in proxy.Known)
            {
                options.KnownProxies.Add(IPAddress.Parse(address));
            }

            app.UseForwardedHeaders(options);
        }

        if (proxy.PathBase.Length > 0)
        {
            app.UsePathBase(proxy.PathBase);
        }
    }
}
