using Petitions.Services.Clocks;

namespace Petitions.Web.Hosting;

/// <summary>The clock: real, and movable in Development.</summary>
internal static class DevClockSetup
{
    public static void AddDevClock(this WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment())
        {
            builder.Services.AddSingleton(TimeProvider.System);
            return;
        }

        builder.Services.AddSingleton<OffsetTimeProvider>();
        builder.Services.AddSingleton<Navigation.IDevNotice, Areas.Dev.ClockNotice>();
        builder.Services.AddSingleton<TimeProvider>(services => services.GetRequiredService<OffsetTimeProvider>());
    }
}
