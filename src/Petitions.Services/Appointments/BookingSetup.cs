using Microsoft.Extensions.DependencyInjection;
using Petitions.Services.Receptions;
using Petitions.Services.Setup;

namespace Petitions.Services.Appointments;

/// <summary>Booking, its jobs and what the desk does with appointments.</summary>
internal static class BookingSetup
{
    public static IServiceCollection AddBookings(this IServiceCollection services)
    {
        services.AddOptions<BookingOptions>();
        services.AddScoped<BookingWall>();
        services.AddScoped<BookingPlaces>();
        services.AddScoped<BookingChecks>();
        services.AddScoped<WishRules>();
        services.AddScoped<BookingRules>();
        services.AddScoped<BookingNotices>();
        services.AddScoped<BookingForms>();
        services.AddScoped<BookingActs>();
        services.AddScoped<BookingService>();
        services.AddScoped<BookingAccess>();
        services.AddScoped<OwnBookingService>();
        services.AddScoped<OwnBookingQueries>();
        services.AddScoped<BookingDeskService>();
        services.AddScoped<DeskBookingQueries>();
        services.AddScoped<BookingDraftService>();
        services.AddScoped<SlotQueries>();
        services.AddScoped<ISessionBookings, BookedSessions>();
        services.AddScoped<IBookedArrivals, BookedArrivals>();
        services.AddSingleton<WaitingList>();
        services.AddSingleton<BookingDay>();
        services.AddScoped<DemoBookings>();
        return services;
    }
}
