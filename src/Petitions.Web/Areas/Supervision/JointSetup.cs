using Petitions.Web.Navigation;

namespace Petitions.Web.Areas.Supervision;

/// <summary>What the pages of joint visits need.</summary>
internal static class JointSetup
{
    public static IServiceCollection AddJointPages(this IServiceCollection services)
    {
        services.AddScoped<JointDesk>();
        services.AddScoped<IStaffNavSource, JointNavigation>();
        return services;
    }
}
