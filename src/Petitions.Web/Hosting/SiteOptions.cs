using System.ComponentModel.DataAnnotations;

namespace Petitions.Web.Hosting;

/// <summary>Who runs this portal and how to reach them; shown in header, footer and on every error page.</summary>
public sealed class SiteOptions
{
    public const string Section = "Site";

    [Required(ErrorMessage = "Site:OfficeNameZh is required.")] public string OfficeNameZh { get; init; } = "";
    [Required(ErrorMessage = "Site:OfficeNameEn is required.")] public string OfficeNameEn { get; init; } = "";
    [Required(ErrorMessage = "Site:AddressZh is required.")] public string AddressZh { get; init; } = "";
    [Required(ErrorMessage = "Site:AddressEn is required.")] public string AddressEn { get; init; } = "";

    /// <summary>The number dialled for help. Digits, spaces, hyphens, a leading plus.</summary>
    [Required(ErrorMessage = "Site:Hotline is required."), RegularExpression(@"^\+?[0-9][0-9 -]{2,19}$", ErrorMessage = "Site:Hotline must be a telephone number.")]
    public string Hotline { get; init; } = "";
    [Required(ErrorMessage = "Site:HallPhone is required."), RegularExpression(@"^\+?[0-9][0-9 -]{2,19}$", ErrorMessage = "Site:HallPhone must be a telephone number.")]
    public string HallPhone { get; init; } = "";

    /// <summary>True where the data are invented: every page then says so.</summary>
    public bool Demo { get; init; }

    public string OfficeName(bool chinese) => chinese ? OfficeNameZh : OfficeNameEn;

    public string Address(bool chinese) => chinese ? AddressZh : AddressEn;
}
