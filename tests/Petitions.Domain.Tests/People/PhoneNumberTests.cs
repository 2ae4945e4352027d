using Petitions.Domain.People;

namespace Petitions.Domain.Tests.People;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("13800000000", "13800000000")]
    [InlineData("138 0000 0000", "13800000000")]
    [InlineData("138-0000-0000", "13800000000")]
    [InlineData("+86 138 0000 0000", "13800000000")]
    [InlineData("+8613800000000", "13800000000")]
    [InlineData("008613800000000", "13800000000")]
    [InlineData("8613800000000", "13800000000")]
    [InlineData("１３８００００００００", "13800000000")]
    [InlineData("(000) 555-1188", "0005551188")]
    [InlineData("+852 9123 4567", "+85291234567")]
    public void TryParse_AsPeopleType_KeepsTheDigits(string typed, string expected) =>
        Assert.Equal(expected, PhoneNumber.TryParse(typed)?.Value);

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("1380000000")]
    [InlineData("138000000000")]
    [InlineData("12800000000")]
    [InlineData("1380000000a")]
    [InlineData("+")]
    [InlineData("55512")]
    public void TryParse_NoNumber_IsNull(string? typed) => Assert.Null(PhoneNumber.TryParse(typed));

    [Theory]
    [InlineData("13800000000", true)]
    [InlineData("0005551188", false)]
    [InlineData("+85291234567", false)]
    public void IsMobile_OnlyMainlandMobiles(string typed, bool expected) => Assert.Equal(expected, PhoneNumber.TryParse(typed)!.IsMobile);
}
