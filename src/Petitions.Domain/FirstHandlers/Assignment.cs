namespace Petitions.Domain.FirstHandlers;

/// <summary>
/// A dated row of responsibility beside the first handler: current handler (现承办人), substitute (代办人) or leader in
/// charge (包案领导). Rows are added and ended, never overwritten; the database allows one active row of each kind.
/// </summary>
public sealed class Assignment
{
    public const int ReasonMax = 500;

    private Assignment()
    {
    }

    public Guid Id { get; private set; }

    public Guid PetitionId { get; private set; }

    public AssignmentKind Kind { get; private set; }

    public Guid StaffId { get; private set; }

    public Guid DepartmentId { get; private set; }

    public DateTime From { get; private set; }

    public DateTime? To { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>Who decided; null for the system.</summary>
    public Guid? DecidedBy { get; private set; }

    internal static Assignment Start(Guid petitionId, AssignmentKind kind, Guid staffId, Guid departmentId, string? reason, Guid? decidedBy, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        PetitionId = petitionId,
        Kind = kind,
        StaffId = staffId,
        DepartmentId = departmentId,
        From = now,
        Reason = reason,
        DecidedBy = decidedBy,
    };

    internal void End(DateTime now) => To = now;
}
