namespace Petitions.Web.Areas.Inspection.Forms;

/// <summary>Who is to investigate.</summary>
public sealed class MemberForm
{
    public Guid? StaffId { get; set; }

    public static string FieldOf(string code) => code is "review.member" or "review.member-twice" or "review.own-case" or "review.conflict" ? nameof(StaffId) : "";
}
