using Petitions.Domain.Facts;
using Petitions.Domain.Files;
using Petitions.Domain.FirstHandlers;
using Petitions.Domain.Offices;
using Petitions.Domain.People;

namespace Petitions.Domain.Petitions;

/// <summary>
/// A petition matter (信访事项) and its life. Every verb looks its move up in <see cref="PetitionMoves"/>, raises
/// <see cref="Version"/> and returns the facts to record. What was filed never changes.
/// </summary>
public sealed partial class Petition
{
    public const int TitleMax = 100;
    public const int TextMax = 10_000;
    public const int RequestMax = 1_000;
    public const int CodeMax = 40;
    public const int CodesMax = 400;

    private readonly List<PetitionParty> parties = [];
    private readonly List<Respondent> respondents = [];
    private readonly List<Assignment> assignments = [];
    private readonly List<PetitionAddition> additions = [];
    private readonly List<Attachment> attachments = [];

    private Petition()
    {
    }

    public Guid Id { get; private set; }

    public string Number { get; private set; } = "";

    public Guid OfficeId { get; private set; }

    public Guid? ServicePointId { get; private set; }

    public string Channel { get; private set; } = "";

    public string Language { get; private set; } = "";

    public DateTime ReceivedAt { get; private set; }

    /// <summary>Legal day of receipt, Asia/Shanghai; for letters the day of arrival.</summary>
    public DateOnly ReceivedOn { get; private set; }

    public DateOnly? PostmarkOn { get; private set; }

    public PetitionState State { get; private set; }

    public DateTime StateSince { get; private set; }

    /// <summary>Null until screening sets it; it chooses the clocks (domain.md section 0, warning 1).</summary>
    public string? Track { get; private set; }

    public string Category { get; private set; } = "";

    public string? SubCategory { get; private set; }

    public string Urgency { get; private set; } = "";

    public string Confidentiality { get; private set; } = "";

    public bool IsProcuratorateRelated { get; private set; }

    public string IdentityMode { get; private set; } = "";

    /// <summary>Needs the petitioner stated, codes joined by a bar.</summary>
    public string SpecialNeeds { get; private set; } = "";

    /// <summary>RuleCondition codes found at screening, joined by a bar.</summary>
    public string Conditions { get; private set; } = "";

    public string? AreaCode { get; private set; }

    public string Title { get; private set; } = "";

    public string Text { get; private set; } = "";

    public string Request { get; private set; } = "";

    public string ReceiptHash { get; private set; } = "";

    public byte[] ReceiptSalt { get; private set; } = [];

    public byte[] QueryCodeHash { get; private set; } = [];

    /// <summary>The staff member who entered it; null when the petitioner filed alone.</summary>
    public Guid? RegisteredBy { get; private set; }

    /// <summary>Where it is routed; with the first handler from acceptance on.</summary>
    public Guid? DepartmentId { get; private set; }

    /// <summary>First handler (首办责任人) with office and department: written once at acceptance, guarded by a trigger.</summary>
    public Guid? FirstHandlerId { get; private set; }

    public Guid? FirstHandlerDepartmentId { get; private set; }

    public Guid? FirstHandlerOfficeId { get; private set; }

    public DateTime? AcceptedAt { get; private set; }

    public DateTime? RepliedAt { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public string? Outcome { get; private set; }

    public bool OutcomeConfirmedByPetitioner { get; private set; }

    public string? RetentionClass { get; private set; }

    /// <summary>Earliest due date among running clocks of the office; kept by the clock service for lists.</summary>
    public DateOnly? NextDueOn { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<PetitionParty> Parties => parties;

    public IReadOnlyList<Respondent> Respondents => respondents;

    public IReadOnlyList<Assignment> Assignments => assignments;

    public IReadOnlyList<PetitionAddition> Additions => additions;

    public IReadOnlyList<Attachment> Attachments => attachments;

    public Responsible? FirstHandler => FirstHandlerId is { } staff
        ? new Responsible(FirstHandlerOfficeId!.Value, FirstHandlerDepartmentId!.Value, staff)
        : null;

    public FiledContent Content => new(Number, ReceivedAt, Title, Text, Request,
        [.. respondents.Where(r => !r.AddedLater).Select(r => r.Name).Order(StringComparer.Ordinal)])
    {
        Files = [.. attachments.Where(file => file.Filed).Select(file => file.Sha256).Order(StringComparer.Ordinal)],
    };

    /// <summary>Enters a matter in the register. All matters are registered, without exception (T22-23).</summary>
    public static (Petition Petition, IReadOnlyList<Fact> Facts) Receive(NewPetition filed, DateTime now)
    {
        now = CanonicalJson.ToMicroseconds(now);
        var id = Guid.CreateVersion7(new DateTimeOffset(now));
        var petition = new Petition
        {
            Id = id,
            Number = filed.Number.Value,
            OfficeId = filed.OfficeId,
            ServicePointId = filed.ServicePointId,
            Channel = filed.Channel,
            Language = filed.Language,
            ReceivedAt = now,
            ReceivedOn = filed.ReceivedOn ?? Clocks.ChinaTime.DateOf(now),
            PostmarkOn = filed.PostmarkOn,
            State = PetitionState.Registered,
            StateSince = now,
            Category = filed.Category,
            SubCategory = filed.SubCategory,
            Urgency = filed.Urgency,
            Confidentiality = filed.Confidentiality,
            IsProcuratorateRelated = filed.IsProcuratorateRelated,
            IdentityMode = filed.IdentityMode,
            SpecialNeeds = string.Join('|', filed.SpecialNeeds),
            AreaCode = filed.AreaCode,
            Title = Rule.RequireText(filed.Title, TitleMax, "petition.title"),
            Text = Rule.RequireText(filed.Text, TextMax, "petition.text"),
            Request = Rule.RequireText(filed.Request, RequestMax, "petition.request"),
            ReceiptSalt = filed.ReceiptSalt,
            QueryCodeHash = filed.QueryCodeHash,
            RegisteredBy = filed.RegisteredBy,
            Version = 1,
        };
        Rule.Require(petition.ReceivedOn <= Clocks.ChinaTime.DateOf(now), "petition.received-in-future");
        petition.parties.AddRange(filed.Parties.Select(party => PetitionParty.Create(id, party, now)));
        petition.respondents.AddRange(filed.Respondents.Select(respondent => Respondent.Create(id, respondent, addedLater: false, now)));
        petition.attachments.AddRange(filed.Files.Select(file => Attachment.Create(id, file, filed: true, filed.Channel, filed.RegisteredBy, now)));
        petition.ReceiptHash = petition.Content.Hash(petition.ReceiptSalt);
        return (petition,
        [
            new PetitionReceived(id, petition.Channel, petition.ReceivedOn, petition.PostmarkOn),
            new PetitionRegistered(id, petition.Number, petition.OfficeId, petition.ServicePointId, petition.Category, petition.SubCategory, petition.IdentityMode, petition.ReceiptHash),
            .. petition.respondents.Select(r => r.Named()),
            .. petition.attachments.Select(file => file.Added()),
        ]);
    }

    /// <summary>Adds text of the petitioner. It stands beside what was filed and never changes it.</summary>
    public MaterialsSupplied Supply(string text, DateTime now, AdditionOrigin? origin = null)
    {
        Rule.Require(State is not (PetitionState.Closed or PetitionState.Archived), "petition.closed");
        var addition = PetitionAddition.Create(Id, text, origin, now);
        additions.Add(addition);
        Version++;
        return new MaterialsSupplied(Id, addition.Id, addition.Text);
    }

    /// <summary>Adds a file beside what was filed; by the petitioner, or by the member of staff who got it.</summary>
    public AttachmentAdded Attach(AttachmentDetails file, string channel, Guid? staffId, DateTime now)
    {
        Rule.Require(State is not (PetitionState.Closed or PetitionState.Archived), "petition.closed");
        var attachment = Attachment.Create(Id, file, filed: false, channel, staffId, now);
        attachments.Add(attachment);
        Version++;
        return attachment.Added();
    }

    /// <summary>The petitioner's own act; possible until the reply is sent.</summary>
    public PetitionWithdrawn Withdraw(string? reason, DateTime now)
    {
        var verb = State switch
        {
            PetitionState.Registered => "WithdrawRegistered",
            PetitionState.Screening => "WithdrawScreening",
            PetitionState.AwaitingMaterials => "WithdrawAwaiting",
            PetitionState.Accepted => "WithdrawAccepted",
            PetitionState.InHandling => "WithdrawInHandling",
            PetitionState.OpinionDrafted => "WithdrawDrafted",
            _ => "WithdrawApproved",
        };
        Move(verb, now);
        return new PetitionWithdrawn(Id, reason);
    }

    public WithdrawalTakenBack TakeBackWithdrawal(DateTime now)
    {
        Move(FirstHandlerId is null ? "ResumeUnaccepted" : "ResumeAccepted", now);
        return new WithdrawalTakenBack(Id);
    }

    /// <summary>Names a further respondent; the wall rises with the same save.</summary>
    public RespondentNamed AddRespondent(RespondentDetails details, DateTime now)
    {
        var respondent = Respondent.Create(Id, details, addedLater: true, now);
        respondents.Add(respondent);
        Version++;
        return respondent.Named();
    }

    /// <summary>The code before opens nothing any more.</summary>
    internal void ReplaceQueryCode(byte[] hash)
    {
        QueryCodeHash = hash;
        Touch();
    }

    /// <summary>Raises the version for a fact that changes rows beside the matter (note, contact, rating, clock).</summary>
    public void Touch() => Version++;

    /// <summary>Kept by the clock service only: what lists sort by.</summary>
    public void SetNextDue(DateOnly? due) => NextDueOn = due;

    public Assignment? ActiveAssignment(AssignmentKind kind) => assignments.SingleOrDefault(a => a.Kind == kind && a.To is null);

    /// <summary>Whether the person handles the matter now, as current handler or substitute.</summary>
    public bool IsHandledBy(Guid? staffId) => staffId is not null
        && assignments.Any(a => a.To is null && a.StaffId == staffId && a.Kind is AssignmentKind.CurrentHandler or AssignmentKind.Substitute);

    /// <summary>Whether a receiver's name is a respondent's: such a receiver is always refused.</summary>
    public bool IsRespondent(string name) => respondents.Any(r => r.Status != RespondentStatus.Cleared && r.NameKey == PersonName.Key(name));

    /// <summary>Whether the wall stands before this person (architecture.md section 4).</summary>
    public bool IsWalled(Guid staffId, string nameKey, IReadOnlyCollection<Guid> departmentLine) => respondents.Any(r =>
        r.Status != RespondentStatus.Cleared
        && (r.StaffId == staffId
            || (r.DepartmentId is { } department && departmentLine.Contains(department))
            || (r.Kind == RespondentKind.Person && r.StaffId == null && r.NameKey == nameKey)));

    private void Move(string verb, DateTime now)
    {
        State = PetitionMoves.Require(State, verb).To;
        StateSince = now;
        Version++;
    }
}
