using Petitions.Services.Supervision;

namespace Petitions.Web.Areas.Supervision.Forms;

/// <summary>Ticked matters with the person chosen for each, and one declaration for all.</summary>
public sealed class AssignForm
{
    // Null until bound: the binder makes the list, and fills none that is there.
    public IReadOnlyList<Row>? Rows { get; set; }

    public bool NoConflict { get; set; }

    public sealed class Row
    {
        public string Number { get; set; } = "";

        public int Seen { get; set; }

        public Guid? StaffId { get; set; }

        public Guid? SubstituteId { get; set; }

        public string? Track { get; set; }

        public string? Reason { get; set; }

        public AssignRow ToRow() => new(Number, Seen, StaffId, SubstituteId, string.IsNullOrEmpty(Track) ? null : Track, Reason);
    }
}
