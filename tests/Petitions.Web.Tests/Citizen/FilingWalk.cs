namespace Petitions.Web.Tests.Citizen;

/// <summary>Journey J1 through the form, up to the page a test is about.</summary>
internal static class FilingWalk
{
    public static async Task ToCheckAsync(this CitizenBrowser browser, string category = "Complaint", string subCategory = "B5")
    {
        await browser.ToIdentityAsync(category, subCategory);
        await browser.SubmitAsync(("IdentityMode", "RealNameUnverified"));
        await browser.SubmitAsync(("Name", "刘芳"), ("IdKind", "ResidentId"), ("IdNumber", "990101 19900307 0015"), ("Phone", "+86 138-0000-0000"));
        await browser.SubmitAsync(("NoticeWay", "Portal"));
        await browser.SubmitAsync(("Kind", "Unit"), ("Name", "清溪县公安局"), ("Do", "add"));
        await browser.SubmitAsync();
        await browser.MatterAndOfficeAsync();
    }

    public static async Task ToIdentityAsync(this CitizenBrowser browser, string category = "Complaint", string subCategory = "B5")
    {
        await browser.GetAsync("/petitions/new?culture=zh-Hans");
        await browser.SubmitAsync();
        await browser.SubmitAsync(("Consent", "true"));
        await browser.SubmitAsync(("ForWhom", "Self"));
        await browser.SubmitAsync(("Category", category));
        await browser.SubmitAsync(("SubCategory", subCategory));
    }

    public static async Task MatterAndOfficeAsync(this CitizenBrowser browser)
    {
        await browser.SubmitAsync(("Request", "请求监督公安机关立案。"), ("Text", "去年十月报案后五个月没有收到是否立案的决定。"));
        await browser.SubmitAsync();
        await browser.SubmitAsync(("OfficeCode", "D990101"));
    }

    /// <summary>Files and stands on the receipt.</summary>
    public static async Task<(string Number, string Code)> FileAsync(this CitizenBrowser browser)
    {
        await browser.ToCheckAsync();
        await browser.SubmitAsync(("Declared", "true"));
        return (browser.ById("number")!, browser.ById("query-code")!);
    }
}
