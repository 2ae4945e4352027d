using Petitions.Domain.Facts;

namespace Petitions.Domain.People;

/// <summary>
/// The unit or person complained of (被反映方). It raises the respondent wall: a department walls itself and everything
/// below it, a person walls that person, a mere match of names walls only that person until an unwalled officer decides.
/// </summary>
public sealed class Respondent
{
    private Respondent()
    {
    }

    public Guid Id { get; private set; }

    public Guid PetitionId { get; private set; }

    public RespondentKind Kind { get; private set; }

    /// <summary>As typed by the petitioner.</summary>
    public string Name { get; private set; } = "";

    public string NameKey { get; private set; } = "";

    public Guid? OfficeId { get; private set; }

    public Guid? DepartmentId { get; private set; }

    public Guid? StaffId { get; private set; }

    public RespondentStatus Status { get; private set; }

    /// <summary>Named after filing; not part of the content the receipt hash covers.</summary>
    public bool AddedLater { get; private set; }

    public static Respondent Create(Guid petitionId, RespondentDetails details, bool addedLater, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        PetitionId = petitionId,
        Kind = details.Kind,
        Name = Rule.RequireText(details.Name, PersonName.Max, "respondent.name"),
        NameKey = PersonName.Key(details.Name),
        OfficeId = details.OfficeId,
        DepartmentId = details.DepartmentId,
        StaffId = details.StaffId,
        Status = details.StaffId is null && details.DepartmentId is null ? RespondentStatus.Suspected : RespondentStatus.Confirmed,
        AddedLater = addedLater,
    };

    public RespondentNamed Named() => new(PetitionId, Id, Kind, OfficeId, DepartmentId, StaffId, Name);

    /// <summary>An unwalled officer decides who is meant.</summary>
    public RespondentConfirmed Confirm(Guid? officeId, Guid? departmentId, Guid? staffId)
    {
        OfficeId = officeId;
        DepartmentId = departmentId;
        StaffId = staffId;
        Status = RespondentStatus.Confirmed;
        return new RespondentConfirmed(PetitionId, Id, true, officeId, departmentId, staffId);
    }

    /// <summary>An unwalled officer decides that nobody of the office is meant: a name match no longer walls.</summary>
    public RespondentConfirmed Clear()
    {
        Status = RespondentStatus.Cleared;
        return new RespondentConfirmed(PetitionId, Id, false, null, null, null);
    }
}

/// <summary>Suspected respondent confirmed or cleared (确认被反映方). Ids only, never a name.</summary>
public sealed record RespondentConfirmed(Guid PetitionId, Guid RespondentId, bool Confirmed, Guid? OfficeId, Guid? DepartmentId, Guid? StaffId) : Fact(PetitionId);

/// <summary>Respondent named (登记被反映方); raises the wall.</summary>
public sealed record RespondentNamed(Guid PetitionId, Guid RespondentId, RespondentKind Of, Guid? OfficeId, Guid? DepartmentId, Guid? StaffId, [property: Erasable] string Name) : Fact(PetitionId);
