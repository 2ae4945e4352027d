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
        services.AddScoped<BagTag>();
        services.AddScoped<IStaffNavSource, HandInNavigation>();
        services.AddScoped<HallDoor>();
        services.AddScoped<IStaffNavSource, DeskNavigation>();
        services.AddScoped<TimetableChoices>();
        services.AddScoped<IStaffNavSource, TimetableNavigation>();
        services.AddScoped<IStaffNavSource, BookingNavigation>();
        services.AddScoped<VideoPages>();
        services.AddScoped<IStaffNavSource, VideoNavigation>();
        return services;
    }
}
