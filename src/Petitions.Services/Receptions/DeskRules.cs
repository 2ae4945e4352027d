using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Domain.Receptions;
using Petitions.Services.Clocks;
using Petitions.Services.Petitions;
using Petitions.Services.Reference;

namespace Petitions.Services.Receptions;

/// <summary>What the office's lists and settings say about visits, calls and letters.</summary>
public sealed class DeskRules(PetitionsDbContext db, ReferenceCatalog reference, ClockCatalog clocks, FilingRules filing, PetitionParties parties, TimeProvider clock)
{
    /// <summary>Priority reason of who has booked (list PriorityReason).</summary>
    public const string BookedReason = "Booked";

    /// <summary>Form of a visit by video (list ReceptionForm), and its letter (list QueuePrefix).</summary>
    public const string VideoForm = "Video";
    public const string VideoPrefix = "V";

    private const string Licence = "LawyerLicence";

    private DateOnly Today => ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);

    public int MostCalls => clocks.Quota("TICKET_CALLS_MAX", Today).AsInteger();

    public int ReturnAfter => clocks.Quota("TICKET_RETURN_AFTER", Today).AsInteger();

    public int LateDays => clocks.Quota("LATE_ENTRY_DAYS", Today).AsInteger();

    public int WaitAmber => clocks.Quota("WAIT_AMBER", Today).AsInteger();

    public int WaitRed => clocks.Quota("WAIT_RED", Today).AsInteger();

    private int GroupMin => clocks.Quota("GROUP_VISIT_MIN", Today).AsInteger();

    /// <exception cref="RuleBrokenException">When a code is unknown or a setting forbids the entry.</exception>
    public void Check(RecordVisit visit)
    {
        CheckPerson(visit.Visitor);
        Rule.Require(visit.Identity is RecordVisit.Named or "NameWithheld" or "Anonymous", "petition.identity-mode");
        Rule.Require(visit.Identity != RecordVisit.Named || PersonName.Key(visit.Visitor.Name).Length > 0, "petition.name");
        Rule.Require(visit.Needs.All(need => reference.Holds("SpecialNeed", need)), "petition.special-need");
        Rule.Require(visit.Priority is RecordVisit.Proposed or RecordVisit.NoPriority || reference.Holds("PriorityReason", visit.Priority), "reception.priority");
        Rule.Require(1 + visit.Representatives.Count <= clocks.Quota("REPRESENTATIVES_MAX", Today).AsInteger(), "reception.representatives");
        Rule.Require(visit.GroupSize >= 1 + visit.Representatives.Count, "reception.group-size");
        Rule.Require(visit.Representatives.All(name => PersonName.Elements(name) <= PersonName.MaxElements), "reception.visitor-name");
        Rule.Require(visit.Visitor.IdKind != Licence || !string.IsNullOrWhiteSpace(visit.Visitor.IdNumber), "reception.licence");
        Rule.Require(visit.Visitor.IdKind != Licence || !string.IsNullOrWhiteSpace(visit.ActsFor), "reception.acts-for");
        Rule.Require(visit.Purpose != VisitPurpose.Petition || visit.Matter is not null, "petition.category");
        Rule.Require(visit.Purpose != VisitPurpose.Matter || PetitionNumber.TryParse(visit.MatterNumber) is not null, "reception.matter-number");
    }

    /// <summary>A number with a check digit must be right; nobody is asked for one.</summary>
    public void CheckPerson(FiledPerson person)
    {
        Rule.Require(person.IdKind is null || reference.Holds("IdKind", person.IdKind), "petition.id-kind");
        if (!string.IsNullOrWhiteSpace(person.IdNumber) && filing.ChecksId(person.IdKind))
        {
            var problem = IdCardNumber.Read(person.IdNumber, Today).Problem;
            Rule.Require(problem is null, problem == IdCardProblem.CheckDigit ? "entry.id-check-digit" : "entry.id-number");
        }

        Rule.Require(string.IsNullOrWhiteSpace(person.Phone) || PhoneNumber.TryParse(person.Phone) is not null, "entry.phone");
        Rule.Require(person.BirthYear is null || (person.BirthYear >= 1900 && person.BirthYear <= Today.Year), "entry.birth-year");
    }

    /// <summary>The filing that an entry makes; a notice way must reach the person, so that no required notice is lost (journey J2 b).</summary>
    public FilePetition Filing(MatterTaken matter, FiledPerson person, string identity, bool checkedName, IReadOnlyList<string> needs, string channel, Guid submissionKey, string officeCode, Guid? servicePointId)
    {
        var anonymous = identity == "Anonymous";
        Rule.Require(anonymous || matter.NoticeWay is not ("Post" or "PlainEnvelope") || !string.IsNullOrWhiteSpace(person.Address), "entry.notice-address");
        Rule.Require(anonymous || matter.NoticeWay != "Telephone" || !string.IsNullOrWhiteSpace(person.Phone), "entry.notice-phone");
        Rule.Require(channel != "WalkIn" || matter.Category is not null, "petition.category");
        return new FilePetition
        {
            SubmissionKey = submissionKey,
            Channel = channel,
            Language = matter.Language,
            Category = matter.Category ?? "",
            SubCategory = matter.SubCategory,
            Urgency = matter.Urgency,
            Request = matter.Request ?? "",
            Text = matter.Text ?? "",
            Petitioner = anonymous ? new FiledPerson { Phone = person.Phone } : person,
            IdentityMode = identity == RecordVisit.Named ? (checkedName ? "RealName" : "RealNameUnverified") : identity,
            SpecialNeeds = needs,
            NoticeWay = anonymous ? "Portal" : matter.NoticeWay,
            SmsAllowed = matter.SmsAllowed && !anonymous,
            Contact = anonymous ? null : matter.Contact,
            Respondents = matter.Respondents,
            OfficeCode = officeCode,
            ServicePointId = servicePointId,
        };
    }

    public int ReceiversNeeded(string category) =>
        filing.NeedsTwoReceivers(category) ? clocks.Quota("TWO_RECEIVERS", Today).AsInteger() : 1;

    /// <summary>The priority of a visit with the reason that stands for it, or null.</summary>
    public string? PriorityOf(RecordVisit visit) => visit.Priority switch
    {
        RecordVisit.NoPriority => null,
        RecordVisit.Proposed => Propose(visit.Visitor, visit.Needs, visit.Matter?.Urgency == "Emergency"),
        var chosen => chosen,
    };

    public string? Propose(FiledPerson person, IReadOnlyCollection<string> needs, bool emergency) =>
        PriorityProposal.Of(AgeOf(person), needs, emergency, clocks.Quota("ELDER_PRIORITY_AGE", Today).AsInteger());

    /// <summary>Letter of the ticket (list QueuePrefix): groups, lawyers, questions, petitions.</summary>
    public string PrefixOf(RecordVisit visit) => PrefixOf(visit.GroupSize, visit.Visitor.IdKind, visit.Purpose == VisitPurpose.Enquiry);

    public string PrefixOf(int people, string? idKind, bool enquiry) => people >= GroupMin ? "G" : idKind == Licence ? "L" : enquiry ? "B" : "A";

    /// <summary>A visitor as stored. A withheld name is known to the receiver only: nothing leads to it later.</summary>
    internal VisitorDetails Visitor(FiledPerson person, bool hidden, string? actsFor)
    {
        var (encrypted, idNumber, phone) = parties.Identity(person, hidden);
        return new VisitorDetails
        {
            Relation = person.IdKind == Licence || !string.IsNullOrWhiteSpace(actsFor) ? "Agent" : "Petitioner",
            Name = hidden || string.IsNullOrWhiteSpace(person.Name) ? null : person.Name.Trim(),
            EncryptedIdentity = encrypted,
            IdNumberIndex = hidden ? null : idNumber,
            PhoneIndex = hidden ? null : phone,
            BirthYear = hidden ? null : parties.BirthYearOf(person),
        };
    }

    /// <exception cref="RuleBrokenException">reception.second-receiver, reception.receiver-walled.</exception>
    public async Task CheckReceiversAsync(Guid officeId, Guid? secondId, Petition? petition, Actor actor, CancellationToken ct)
    {
        // A complaint on a whole department may be taken down by its people; whoever is complained of himself takes nothing down.
        Rule.Require(petition is null || !petition.IsWalled(actor.StaffId!.Value, actor.NameKey ?? "", []), "reception.receiver-walled");
        if (secondId is not { } second)
        {
            return;
        }

        Rule.Require(second != actor.StaffId, "reception.second-receiver");
        var colleague = await db.Staff.AsNoTracking().Where(staff => staff.Id == second && staff.Active && staff.OfficeId == officeId)
            .Select(staff => new { staff.NameKey }).SingleOrDefaultAsync(ct);
        Rule.Require(colleague is not null, "reception.second-receiver");
        Rule.Require(petition is null || !petition.IsWalled(second, colleague!.NameKey, []), "reception.receiver-walled");
    }

    /// <summary>Age on the day, for the proposal only; never stored, never shown.</summary>
    private int? AgeOf(FiledPerson person)
    {
        var today = Today;
        if (filing.ChecksId(person.IdKind) && IdCardNumber.Read(person.IdNumber, today).Number is { } number)
        {
            var born = DateOnly.ParseExact(number.Value.AsSpan(6, 8), "yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture);
            var age = today.Year - born.Year;
            return born.AddYears(age) > today ? age - 1 : age;
        }

        return parties.BirthYearOf(person) is { } year ? today.Year - year : null;
    }
}
