using Petitions.Services.Petitions;

namespace Petitions.Services.Tests.Petitions;

/// <summary>The filing of journey J1; a test changes what matters to it.</summary>
internal static class Filings
{
    public static FilePetition J1(Guid? key = null) => new()
    {
        SubmissionKey = key ?? Guid.NewGuid(),
        Category = "Complaint",
        SubCategory = "B5",
        IdentityMode = "RealNameUnverified",
        Petitioner = new FiledPerson
        {
            Name = "刘芳",
            IdKind = "ResidentId",
            IdNumber = "990101199003070015",
            Phone = "+86 138 0000 0000",
            Email = "liufang@example.org",
            Address = "清溪县榆林街3号",
        },
        Request = "请求监督公安机关立案。",
        Text = "去年十月报案后五个月没有收到是否立案的决定。",
        OfficeCode = "D990101",
    };
}
