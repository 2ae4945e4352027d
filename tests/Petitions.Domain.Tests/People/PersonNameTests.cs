using Petitions.Domain.People;

namespace Petitions.Domain.Tests.People;

public sealed class PersonNameTests
{
    /// <summary>UX-084: pinyin, not code points (which would put 王 before 李 and 赵 before both 陈 and 安).</summary>
    [Fact]
    public void Order_SortsByPinyin()
    {
        string[] right = ["安心", "陈晨", "李明", "刘芳", "孙强", "王磊", "张伟", "赵敏"];

        Assert.Equal(right, right.Reverse().OrderBy(PersonName.Order, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("赵")]
    [InlineData("𠮷")]
    [InlineData("Ǖ")]
    public void Order_OfTheLongestName_FitsItsColumn(string letter)
    {
        var longest = string.Concat(Enumerable.Repeat(letter, PersonName.Max / letter.Length));

        Assert.InRange(PersonName.Order(longest).Length, PersonName.MaxElements, PersonName.OrderMax);
    }

    [Theory]
    [InlineData("买买提·阿不都拉", "买买提・阿不都拉")]
    [InlineData("Ｗang Lei", "WANGLEI")]
    public void Key_OfTwoSpellings_IsOne(string one, string other) => Assert.Equal(PersonName.Key(one), PersonName.Key(other));
}
