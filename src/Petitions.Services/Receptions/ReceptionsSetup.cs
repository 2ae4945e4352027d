using Microsoft.Extensions.DependencyInjection;
using Petitions.Services.Receptions.Ledger;
using Petitions.Services.Receptions.Statistics;
using Petitions.Services.Setup;

namespace Petitions.Services.Receptions;

/// <summary>Visits, queue, calls and letters taken in by the desk.</summary>
internal static class ReceptionsSetup
{
    public static IServiceCollection AddReceptions(this IServiceCollection services)
    {
        services.AddSingleton<DeskPlaces>();
        services.AddSingleton<HallLines>();
        services.AddScoped<DeskRules>();
        services.AddScoped<ReceptionAccess>();
        services.AddScoped<TicketIssue>();
        services.AddScoped<ArrivalService>();
        services.AddScoped<VisitPartyService>();
        services.AddScoped<EmergencyService>();
        services.AddScoped<DutyBoardQueries>();
        services.AddScoped<CounterService>();
        services.AddScoped<HallDeviceService>();
        services.AddScoped<ReceptionDeskService>();
        services.AddScoped<PaperSlipService>();
        services.AddScoped<ReceptionQueueService>();
        services.AddScoped<ReceptionQueries>();
        services.AddScoped<DaySheetQueries>();
        services.AddScoped<LedgerQueries>();
        services.AddScoped<LedgerTable>();
        services.AddScoped<VisitRange>();
        services.AddScoped<ChannelQueries>();
        services.AddScoped<VisitRatingFigures>();
        services.AddScoped<VisitStatisticsQueries>();
        services.AddScoped<VisitQueries>();
        services.AddScoped<VisitorLookup>();
        services.AddScoped<DaySheetService>();
        services.AddScoped<TranscriptAccess>();
        services.AddScoped<TranscriptScripts>();
        services.AddScoped<TranscriptQueries>();
        services.AddScoped<TranscriptService>();
        services.AddScoped<TranscriptSigning>();
        services.AddScoped<VisitMatterService>();
        services.AddScoped<IntakeEntryService>();
        services.AddScoped<CallLogQueries>();
        services.AddScoped<AccessGrantService>();
        services.AddScoped<QueryCodeService>();
        services.AddScoped<DemoVisits>();
        services.AddScoped<DemoPastVisits>();
        services.AddScoped<DemoVisitRatings>();
        return services;
    }
}
