namespace Petitions.Web.Areas.Citizen.Forms;

/// <summary>The last page: nothing but the key of the form (security.md A5).</summary>
public sealed class BookingCheckForm
{
    public Guid? SubmissionKey { get; set; }
}
