using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Petitions.Data.Mappings;
using Petitions.Data.Offices;
using Petitions.Data.Reads;
using Petitions.Data.Search;
using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.Appointments;
using Petitions.Domain.Clocks;
using Petitions.Domain.Commitments;
using Petitions.Domain.Exports;
using Petitions.Domain.Facts;
using Petitions.Domain.Files;
using Petitions.Domain.FirstHandlers;
using Petitions.Domain.FollowUps;
using Petitions.Domain.HandIns;
using Petitions.Domain.Indicators;
using Petitions.Domain.JointVisits;
using Petitions.Domain.Letters;
using Petitions.Domain.Notices;
using Petitions.Domain.Offices;
using Petitions.Domain.Operations;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Domain.Petitions.Replies;
using Petitions.Domain.Ratings;
using Petitions.Domain.Receptions;
using Petitions.Domain.Petitions.Documents;
using Petitions.Domain.Petitions.Documents.Templates;
using Petitions.Domain.Reference;
using Petitions.Domain.Retaliation;
using Petitions.Domain.Search;
using Petitions.Domain.VideoVisits;

namespace Petitions.Data;

/// <summary>The one unit of work. Engine differences are added by the engine projects, never here.</summary>
public sealed class PetitionsDbContext(DbContextOptions<PetitionsDbContext> options)
    : IdentityUserContext<StaffAccount, Guid>(options), IDataProtectionKeyContext
{
    public DbSet<Petition> Petitions => Set<Petition>();

    public DbSet<PetitionParty> Parties => Set<PetitionParty>();

    public DbSet<ReceptionEntry> ReceptionEntries => Set<ReceptionEntry>();

    public DbSet<PaperSlipPad> PaperSlipPads => Set<PaperSlipPad>();

    public DbSet<PetitionAddition> PetitionAdditions => Set<PetitionAddition>();

    public DbSet<PetitionLink> PetitionLinks => Set<PetitionLink>();

    public DbSet<Submission> Submissions => Set<Submission>();

    public DbSet<PetitionDraft> Drafts => Set<PetitionDraft>();

    public DbSet<AccessAttempt> AccessAttempts => Set<AccessAttempt>();

    public DbSet<Respondent> Respondents => Set<Respondent>();

    public DbSet<Assignment> Assignments => Set<Assignment>();

    public DbSet<IssuedDocument> IssuedDocuments => Set<IssuedDocument>();

    public DbSet<DocumentPrint> DocumentPrints => Set<DocumentPrint>();

    public DbSet<LetterStep> LetterSteps => Set<LetterStep>();

    public DbSet<DocumentTemplate> DocumentTemplates => Set<DocumentTemplate>();

    public DbSet<DocumentCounter> DocumentCounters => Set<DocumentCounter>();

    public DbSet<DecisionProposal> DecisionProposals => Set<DecisionProposal>();

    public DbSet<Attachment> Attachments => Set<Attachment>();

    public DbSet<DraftFile> DraftFiles => Set<DraftFile>();

    public DbSet<StoredFile> StoredFiles => Set<StoredFile>();

    public DbSet<ReadRecord> ReadRecords => Set<ReadRecord>();

    public DbSet<Office> Offices => Set<Office>();

    public DbSet<Department> Departments => Set<Department>();

    public DbSet<ServicePoint> ServicePoints => Set<ServicePoint>();

    public DbSet<Staff> Staff => Set<Staff>();

    public DbSet<RoleGrant> RoleGrants => Set<RoleGrant>();

    public DbSet<RoleProposal> RoleProposals => Set<RoleProposal>();

    public DbSet<StaffSession> StaffSessions => Set<StaffSession>();

    public DbSet<SignInFailure> SignInFailures => Set<SignInFailure>();

    public DbSet<ReferenceItem> ReferenceItems => Set<ReferenceItem>();

    public DbSet<ClockRule> ClockRules => Set<ClockRule>();

    public DbSet<QuotaRule> QuotaRules => Set<QuotaRule>();

    public DbSet<CalendarDay> CalendarDays => Set<CalendarDay>();

    public DbSet<PetitionClock> PetitionClocks => Set<PetitionClock>();

    public DbSet<Reply> Replies => Set<Reply>();

    public DbSet<CaseNote> CaseNotes => Set<CaseNote>();

    public DbSet<Reception> Receptions => Set<Reception>();

    public DbSet<ReceptionVisitor> ReceptionVisitors => Set<ReceptionVisitor>();

    public DbSet<ReceptionMatter> ReceptionMatters => Set<ReceptionMatter>();

    public DbSet<ReceptionStep> ReceptionSteps => Set<ReceptionStep>();

    public DbSet<ReceptionSession> ReceptionSessions => Set<ReceptionSession>();

    public DbSet<SessionSlot> SessionSlots => Set<SessionSlot>();

    public DbSet<TimetableRule> TimetableRules => Set<TimetableRule>();

    public DbSet<Closure> Closures => Set<Closure>();

    public DbSet<Room> Rooms => Set<Room>();

    public DbSet<RoomBooking> RoomBookings => Set<RoomBooking>();

    public DbSet<RoomQuarter> RoomQuarters => Set<RoomQuarter>();

    public DbSet<VideoVisit> VideoVisits => Set<VideoVisit>();

    public DbSet<LeaderQuarter> LeaderQuarters => Set<LeaderQuarter>();

    public DbSet<Appointment> Appointments => Set<Appointment>();

    public DbSet<AppointmentPerson> AppointmentPersons => Set<AppointmentPerson>();

    public DbSet<EmergencyCall> EmergencyCalls => Set<EmergencyCall>();

    public DbSet<HallDevice> HallDevices => Set<HallDevice>();

    public DbSet<CounterOpening> CounterOpenings => Set<CounterOpening>();

    public DbSet<Transcript> Transcripts => Set<Transcript>();

    public DbSet<TranscriptSignature> TranscriptSignatures => Set<TranscriptSignature>();

    public DbSet<TranscriptScan> TranscriptScans => Set<TranscriptScan>();

    public DbSet<MaterialReceipt> MaterialReceipts => Set<MaterialReceipt>();

    public DbSet<QueryCodeHandOver> QueryCodeHandOvers => Set<QueryCodeHandOver>();

    public DbSet<AccessGrant> AccessGrants => Set<AccessGrant>();

    public DbSet<DaySheet> DaySheets => Set<DaySheet>();

    public DbSet<PersonLookup> PersonLookups => Set<PersonLookup>();

    public DbSet<IntakeEntry> IntakeEntries => Set<IntakeEntry>();

    public DbSet<LetterBatch> LetterBatches => Set<LetterBatch>();

    public DbSet<OpenedLetter> OpenedLetters => Set<OpenedLetter>();

    public DbSet<LetterHandOver> LetterHandOvers => Set<LetterHandOver>();

    public DbSet<LetterFile> LetterFiles => Set<LetterFile>();

    public DbSet<HandIn> HandIns => Set<HandIn>();

    public DbSet<PointPerson> PointPeople => Set<PointPerson>();

    public DbSet<Rating> Ratings => Set<Rating>();

    public DbSet<IndicatorItem> IndicatorItems => Set<IndicatorItem>();

    public DbSet<IndicatorDay> IndicatorDays => Set<IndicatorDay>();

    public DbSet<IndicatorCursor> IndicatorCursors => Set<IndicatorCursor>();

    public DbSet<WeeklyLetter> WeeklyLetters => Set<WeeklyLetter>();

    public DbSet<CallbackTask> CallbackTasks => Set<CallbackTask>();

    public DbSet<Commitment> Commitments => Set<Commitment>();

    public DbSet<RetaliationReport> RetaliationReports => Set<RetaliationReport>();

    public DbSet<AccountabilityReview> AccountabilityReviews => Set<AccountabilityReview>();

    public DbSet<ReviewTrigger> ReviewTriggers => Set<ReviewTrigger>();

    public DbSet<ReviewedOfficer> ReviewedOfficers => Set<ReviewedOfficer>();

    public DbSet<ReviewOpinion> ReviewOpinions => Set<ReviewOpinion>();

    public DbSet<ReviewNote> ReviewNotes => Set<ReviewNote>();

    public DbSet<ReviewLesson> ReviewLessons => Set<ReviewLesson>();

    public DbSet<ReviewChecklist> ReviewChecklists => Set<ReviewChecklist>();

    public DbSet<ReviewCheck> ReviewChecks => Set<ReviewCheck>();

    public DbSet<ReviewClock> ReviewClocks => Set<ReviewClock>();

    public DbSet<ReviewDocument> ReviewDocuments => Set<ReviewDocument>();
    public DbSet<JointVisit> JointVisits => Set<JointVisit>();

    public DbSet<JointCase> JointCases => Set<JointCase>();

    public DbSet<JointSeat> JointSeats => Set<JointSeat>();

    public DbSet<JointAgendaItem> JointAgendaItems => Set<JointAgendaItem>();

    public DbSet<MinutesParagraph> MinutesParagraphs => Set<MinutesParagraph>();

    public DbSet<JointSignature> JointSignatures => Set<JointSignature>();

    public DbSet<JointMeasure> JointMeasures => Set<JointMeasure>();

    public DbSet<JointPaper> JointPapers => Set<JointPaper>();

    public DbSet<JointGuestPass> JointGuestPasses => Set<JointGuestPass>();

    public DbSet<JointGuestAttempt> JointGuestAttempts => Set<JointGuestAttempt>();

    public DbSet<Escalation> Escalations => Set<Escalation>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<FactRecord> Facts => Set<FactRecord>();

    public DbSet<FactValue> FactValues => Set<FactValue>();

    public DbSet<ChainHead> ChainHeads => Set<ChainHead>();

    public DbSet<DailyRoot> DailyRoots => Set<DailyRoot>();

    public DbSet<NoticeTemplate> NoticeTemplates => Set<NoticeTemplate>();

    public DbSet<ExportJob> ExportJobs => Set<ExportJob>();

    public DbSet<ExportDownload> ExportDownloads => Set<ExportDownload>();

    public DbSet<SearchRecord> SearchRecords => Set<SearchRecord>();

    public DbSet<SearchQueueItem> SearchQueue => Set<SearchQueueItem>();

    public DbSet<ClockOffset> ClockOffsets => Set<ClockOffset>();

    public DbSet<JobSlot> JobSlots => Set<JobSlot>();

    public DbSet<PortalNode> PortalNodes => Set<PortalNode>();

    public DbSet<LimitCount> LimitCounts => Set<LimitCount>();

    public DbSet<BackupRecord> BackupRecords => Set<BackupRecord>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Set while <see cref="ReadsTogether"/> hands out an answer.</summary>
    internal SharedAnswer? Shared { get; set; }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PetitionsDbContext).Assembly);
        SnakeCase.Apply(builder);
        LengthChecks.Apply(builder);
    }
}
