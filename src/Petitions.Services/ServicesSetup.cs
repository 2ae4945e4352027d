using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Data.Offices;
using Petitions.Services.AccountabilityReviews;
using Petitions.Services.Appointments;
using Petitions.Services.Clocks;
using Petitions.Services.Commitments;
using Petitions.Services.Exports;
using Petitions.Services.Facts;
using Petitions.Services.Files;
using Petitions.Services.FirstHandlers;
using Petitions.Services.HandIns;
using Petitions.Services.JointVisits;
using Petitions.Services.Letters;
using Petitions.Services.Notices;
using Petitions.Services.Notices.Channels;
using Petitions.Services.Offices;
using Petitions.Services.Operations;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Handling;
using Petitions.Services.Petitions.Decisions;
using Petitions.Services.Petitions.Documents;
using Petitions.Services.Petitions.Joining;
using Petitions.Services.Petitions.Screening;
using Petitions.Services.Ratings;
using Petitions.Services.Receptions;
using Petitions.Services.Reference;
using Petitions.Services.Routing;
using Petitions.Services.Search;
using Petitions.Services.Setup;
using Petitions.Services.Setup.Load;
using Petitions.Services.Supervision;
using Petitions.Services.VideoVisits;

namespace Petitions.Services;

public static class ServicesSetup
{
    /// <summary>Registers every service and query of the portal. The clock and the engine are the caller's.</summary>
    public static IServiceCollection AddPetitionServices(this IServiceCollection services)
    {
        services.AddScoped<ClockRecount>();
        services.AddScoped<ClockSettingsService>();
        services.AddScoped<ClockSettingsQueries>();
        services.AddScoped<OfficeService>();
        services.AddScoped<StaffService>();
        services.AddScoped<StaffQueries>();
        services.AddScoped<RoleGrantService>();
        services.AddScoped<ReferenceService>();
        services.AddScoped<ReferenceQueries>();
        services.AddSingleton<ReferenceCatalog>();
        services.AddSingleton<OfficeCatalog>();
        services.AddSingleton(new RealClock(TimeProvider.System));
        AddAccounts(services);
        services.AddSingleton<ClockCatalog>();
        services.AddScoped<ClockKeeper>();
        services.AddScoped<ClockWatch>();
        services.AddScoped<ResponsiblePersons>();
        AddNotices(services);
        services.AddScoped<PetitionRecorder>();
        services.AddScoped<UnsavedWork>();
        services.AddScoped<ReferenceSeeder>();
        services.AddScoped<DemoSeeder>();
        services.AddScoped<DemoBoard>();
        services.AddScoped<DemoPost>();
        services.AddScoped<DemoPromise>();
        services.AddScoped<DemoCommitments>();
        services.AddScoped<DemoRoots>();
        services.AddFiles();
        services.AddScoped<PetitionLoader>();
        AddFiling(services);
        services.AddReceptions();
        services.AddBookings();
        services.AddVideoVisits();
        services.AddLetters();
        services.AddHandIns();
        services.AddTimetable();
        services.AddCommitments();
        AddHandling(services);
        AddScreening(services);
        AddSpine(services);
        services.AddSupervision();
        services.AddJointVisits();
        services.AddSearch();
        services.AddOperations();
        services.AddDocuments();
        services.AddExports();
        services.AddAccountabilityReviews();
        return services;
    }

    private static void AddScreening(IServiceCollection services)
    {
        services.AddScoped<PetitionRouter>();
        services.AddScoped<ScreeningAccess>();
        services.AddScoped<ScreeningPapers>();
        services.AddScoped<OutgoingTexts>();
        services.AddScoped<ScreeningQueries>();
        services.AddScoped<ScreeningService>();
        services.AddScoped<IdentityService>();
        services.AddScoped<SimilarMatters>();
        services.AddScoped<AskedAnyway>();
        services.AddScoped<JoinService>();
        services.AddScoped<JoinQueries>();
        services.AddScoped<JoinedMatters>();
        services.AddScoped<AcceptanceService>();
        AddDecisions(services);
        services.AddScoped<HandlerCheck>();
        services.AddScoped<WallKeeper>();
        services.AddScoped<StaffDepartments>();
        services.AddScoped<CandidateQueries>();
        services.AddScoped<AssignmentService>();
        services.AddScoped<DocumentIssuer>();
        services.AddScoped<DocumentQueries>();
        services.AddScoped<ConflictRetry>();
        services.AddScoped<ReadAlerts>();
        services.AddSingleton<RefusedReads>();
        services.AddScoped<ReadLog>();
    }

    private static void AddDecisions(IServiceCollection services)
    {
        services.AddScoped<DecisionDesk>();
        services.AddScoped<DecisionService>();
        services.AddScoped<DecisionQueries>();
        services.AddScoped<ClockQueries>();
        AddDecision<RefusalDecisions>(services);
        AddDecision<TransferDecisions>(services);
        AddDecision<ExemptionDecisions>(services);
        AddDecision<NoContactDecisions>(services);
        AddDecision<PauseDecisions>(services);
        AddDecision<ExtensionDecisions>(services);
    }

    private static void AddDecision<T>(IServiceCollection services)
        where T : class, IDecision
    {
        services.AddScoped<T>();
        services.AddScoped<IDecision>(provider => provider.GetRequiredService<T>());
    }

    private static void AddAccounts(IServiceCollection services)
    {
        services.AddIdentityCore<StaffAccount>(options =>
        {
            // Length counts, composition does not (security.md B8).
            options.Password.RequiredLength = PasswordRule.MinimumLength;
            options.Password.RequireDigit = false;
            options.Password.RequireLowercase = false;
            options.Password.RequireUppercase = false;
            options.Password.RequireNonAlphanumeric = false;
            options.User.RequireUniqueEmail = false;
        }).AddUserStore<StaffAccountStore>().AddDefaultTokenProviders().AddPasswordValidator<PasswordRule>();
        services.AddScoped<SlowDown>();
        services.AddScoped<AccountFacts>();
        services.AddScoped<AccountService>();
        services.AddScoped<TwoFactorService>();
        services.AddScoped<AdminBootstrap>();
        services.AddScoped<ActorSource>();
        services.AddScoped<DemoStaff>();
    }

    private static void AddNotices(IServiceCollection services)
    {
        services.AddSingleton<NoticeTexts>();
        services.AddScoped<NoticeOutbox>();
        services.AddScoped<OutboxQueries>();
        services.AddScoped<LetterService>();
        services.AddScoped<ParkedNotices>();
        services.AddOptions<NoticeOptions>();
        services.AddSingleton<OutgoingHosts>();
        services.AddSingleton<INoticeChannel, EmailChannel>();
        services.AddSingleton<INoticeChannel, SmsGatewayChannel>();
        services.AddSingleton<NoticeDispatchService>();
    }

    private static void AddSpine(IServiceCollection services)
    {
        services.AddScoped<ChainReader>();
        services.AddScoped<VerifyLogService>();
        services.AddScoped<DailyRootService>();
        services.AddScoped<DailyRootQueries>();
        services.AddScoped<AuditQueries>();
        services.AddScoped<ReceiptCheckService>();
        services.AddSingleton<SystemFacts>();
    }

    private static void AddHandling(IServiceCollection services)
    {
        services.AddScoped<HandlingService>();
        services.AddScoped<RemedyRule>();
        services.AddScoped<ReplyPapers>();
        services.AddScoped<ReplyService>();
        services.AddScoped<ClosingService>();
        services.AddScoped<RatingScale>();
        services.AddScoped<RatingService>();
        services.AddScoped<VisitRatingQueries>();
        services.AddScoped<VisitRatingService>();
        services.AddScoped<CaseReads>();
        services.AddScoped<CaseQueries>();
        services.AddScoped<BoardQueries>();
        services.AddScoped<CitizenReplyQueries>();
    }

    private static void AddFiling(IServiceCollection services)
    {
        services.AddSingleton<FilingRules>();
        services.AddSingleton<AccessSlowDown>();
        services.AddScoped<ReceivingOffice>();
        services.AddScoped<PetitionParties>();
        services.AddScoped<PetitionIntakeService>();
        services.AddScoped<PetitionAccess>();
        services.AddScoped<PetitionFollowUpService>();
        services.AddScoped<PetitionDraftService>();
        services.AddScoped<PetitionTimelineQueries>();
        services.AddScoped<CitizenPetitionQueries>();
    }
}
