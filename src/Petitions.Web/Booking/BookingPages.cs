using Petitions.Services.Appointments;

namespace Petitions.Web.Booking;

public static class BookingPages
{
    /// <summary>What the pages of booking need.</summary>
    public static IServiceCollection AddBookingPages(this IServiceCollection services)
    {
        services.AddOptions<BookingOptions>().BindConfiguration(BookingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<BookingTickets>();
        services.AddSingleton<BookingChoices>();
        services.AddScoped<BookingSession>();
        services.AddScoped<BookingTimes>();
        return services;
    }
}
