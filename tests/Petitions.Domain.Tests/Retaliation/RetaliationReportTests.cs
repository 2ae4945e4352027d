using Petitions.Domain.Retaliation;

namespace Petitions.Domain.Tests.Retaliation;

/// <summary>A report says what happened and where it comes from; it is answered once (domain.md 3.8).</summary>
public sealed class RetaliationReportTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(null, RetaliationSource.Outside, "retaliation.text")]
    [InlineData("  ", RetaliationSource.Outside, "retaliation.text")]
    [InlineData("有人威胁我。", null, "retaliation.source")]
    [InlineData("有人威胁我。", (RetaliationSource)9, "retaliation.source")]
    public void Make_WithoutTextOrSource_IsRefused(string? text, RetaliationSource? source, string code) =>
        Assert.Equal(code, Assert.Throws<RuleBrokenException>(() => Make(text, source)).Code);

    [Fact]
    public void Make_TextTooLong_IsRefused() =>
        Assert.Equal("retaliation.text", Assert.Throws<RuleBrokenException>(() => Make(new string('字', RetaliationReport.TextMax + 1), RetaliationSource.Office)).Code);

    [Fact]
    public void Make_KeepsTheTextProtected_AndItsFactHoldsIt()
    {
        var (report, fact) = Make(" 有人威胁我。 ", RetaliationSource.Unknown);

        Assert.Equal(("<有人威胁我。>", RetaliationSource.Unknown, Now), (report.EncryptedText, report.Source, report.ReportedAt));
        Assert.Equal((report.Id, "有人威胁我。"), (fact.ReportId, fact.Text));
    }

    [Fact]
    public void Answer_IsGivenOnce_AndSaysSomething()
    {
        var (report, _) = Make("有人威胁我。", RetaliationSource.Office);
        var leader = Guid.NewGuid();

        Assert.Equal("alert.note", Assert.Throws<RuleBrokenException>(() => report.Answer(leader, " ", Protect, Now)).Code);
        var fact = report.Answer(leader, "请公安机关处理。", Protect, Now.AddHours(1));

        Assert.Equal((leader, Now.AddHours(1), "<请公安机关处理。>"), (report.AnsweredBy, report.AnsweredAt, report.EncryptedAnswer));
        Assert.Equal((report.Id, "请公安机关处理。"), (fact.ReportId, fact.Text));
        Assert.Equal("retaliation.answered", Assert.Throws<RuleBrokenException>(() => report.Answer(leader, "再批。", Protect, Now)).Code);
    }

    private static (RetaliationReport Report, RetaliationReported Fact) Make(string? text, RetaliationSource? source) =>
        RetaliationReport.Make(Guid.NewGuid(), Guid.NewGuid(), source, text, null, Protect, Now);

    private static string Protect(string text) => $"<{text}>";
}
