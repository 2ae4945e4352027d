using Petitions.Web.Hosting;
using Petitions.Web.Navigation;

namespace Petitions.Web.Areas.Desk;

/// <summary>What the desk pages need.</summary>
internal static class DeskSetup
{
    public static IServiceCollection AddDeskPages(this IServiceCollection services)
    {
        services.AddOptions<DeskOptions>().BindConfiguration(DeskOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<DeskSeat>();
        services.AddScoped<DeskChoices>();
        services.AddScoped<SameMatterStep>();
        services.AddScoped<HallDoor>();
        services.AddScoped<IStaffNavSource, DeskNavigation>();
        return services;
    }
}
