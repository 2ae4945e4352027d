namespace Petitions.Bench;

/// <summary>Terms of two, four and eight characters, common and rare in the load data.</summary>
public static class SearchTerms
{
    public static readonly IReadOnlyList<string> All =
    [
        "\u6848\u53f7", "\u6cd5\u9662", "\u8865\u507f", "\u5e9f\u6e23", "\u6276\u517b", "\u9274\u5b9a",
        "\u88ab\u4eba\u6253\u4f24", "\u6267\u884c\u5c40\u6ca1", "\u5e9f\u6e23\u4e0b\u96e8", "\u5de5\u4f24\u8ba4\u5b9a", "\u57ce\u4e1c\u6d3e\u51fa", "\u5c45\u6c11\u59d4\u5458",
        "\u6ca1\u6709\u6536\u5230\u7acb\u6848\u901a", "\u6267\u884c\u6b3e\u8fdf\u8fdf\u6ca1\u6709", "\u533b\u9662\u8bca\u65ad\u4e3a\u5de6\u624b", "\u4e00\u76f4\u6ca1\u6709\u7ed3\u679c\u4e86",
        "\u516c\u5b89\u5c40\u57ce\u4e1c\u6d3e\u51fa", "\u4e8c\u5ba1\u7ef4\u6301\u539f\u5224\u7684",
    ];
}
