using Xunit.Sdk;

namespace Petitions.Web.Tests.Fixtures;

/// <summary>A test that presses a form must notice when the page has none, or one that cannot be sent.</summary>
public sealed class PageFormTests
{
    private const string Page = """
        <form method="post" action="/sign-out"><input type="hidden" name="__RequestVerificationToken" value="other"><button>x</button></form>
        <form method="post"><input type="hidden" name="__RequestVerificationToken" value="own"><input type="hidden" name="Seen" value="3"><input name="Text">
          <button formaction="/preview?x=1">p</button></form>
        <form method="post" action="/row"><input type="hidden" name="__RequestVerificationToken" value="a"><input type="hidden" name="Type" value="A"></form>
        <form method="post" action="/row"><input type="hidden" name="__RequestVerificationToken" value="b"><input type="hidden" name="Type" value="B"></form>
        <form method="post" action="/bare"><input name="Text"></form>
        <form method="get" action="/find"><input name="q"></form>
        """;

    [Theory]
    [InlineData("/page", "/page?culture=en", "own")]
    [InlineData("/preview", "/preview?x=1", "own")]
    [InlineData("/sign-out", "/sign-out", "other")]
    public void Form_IsFoundByItsAddress(string action, string address, string token)
    {
        var form = PageForm.Of(Page, "/page?culture=en", action);

        Assert.Equal((address, token), (form.Address, form.Token));
    }

    [Fact]
    public async Task Form_SendsItsHiddenFields_UnlessTheyAreGiven()
    {
        var form = PageForm.Of(Page, "/page", "/page", ("Text", "t"));
        using var kept = form.Filled(("Text", "t"));
        using var given = form.Filled(("seen", "4"));

        Assert.Equal("__RequestVerificationToken=own&Seen=3&Text=t", await kept.ReadAsStringAsync());
        Assert.Equal("__RequestVerificationToken=own&seen=4", await given.ReadAsStringAsync());
    }

    [Fact]
    public void Form_OfSeveralAtOneAddress_IsTheOneThatHoldsTheValues() => Assert.Equal("b", PageForm.Of(Page, "/page", "/row", ("Type", "B")).Token);

    [Theory]
    [InlineData("/gone", "", "/page has no form that posts to /gone")]
    [InlineData("/find", "", "/page has no form that posts to /find")]
    [InlineData("/bare", "Text", "carries no request token")]
    [InlineData("/page", "Reason", "has no field Reason")]
    public void Form_ThatIsNotThereOrCannotBeSent_FailsTheTest_AndSaysWhy(string action, string field, string says)
    {
        var failed = Assert.ThrowsAny<XunitException>(() => PageForm.Of(Page, "/page", action, field.Length == 0 ? [] : [(field, "x")]));

        Assert.Contains(says, failed.Message, StringComparison.Ordinal);
    }
}
