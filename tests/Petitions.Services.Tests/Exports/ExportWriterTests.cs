using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Petitions.Services.Exports;

namespace Petitions.Services.Tests.Exports;

/// <summary>Whatever a petitioner typed stays text when the file is opened (security.md C6).</summary>
public sealed class ExportWriterTests
{
    private static readonly DateTime At = new(2026, 11, 26, 4, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+86", "'+86")]
    [InlineData("-1", "'-1")]
    [InlineData("@sum", "'@sum")]
    [InlineData("\tx", "\"'\tx\"")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("\nx", "\"'\nx\"")]
    [InlineData("＝1", "'＝1")]
    [InlineData("＋1", "'＋1")]
    [InlineData("－1", "'－1")]
    [InlineData("＠x", "'＠x")]
    [InlineData("  =1", "'  =1")]
    [InlineData("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData("征地=补偿", "征地=补偿")]
    [InlineData("", "")]
    public void Csv_Cell_IsNeutralAndQuoted(string text, string written)
    {
        var file = Csv(new ExportSheet("t", ["h"], [[text, "z"]], "mark", "who", At));

        Assert.Equal($"h\r\n{written},z\r\nmark\r\n", Encoding.UTF8.GetString(file[3..]));
        Assert.Equal([0xEF, 0xBB, 0xBF], file[..3]);
    }

    [Fact]
    public void Xlsx_AllCells_AreText_AndTheWatermarkStandsInRowFooterAndProperties()
    {
        string[] cells = ["=1+1", "＝1", "007", "2026-01-02", "a<b>&\"c\"", "bell\u0007\uD800end", "两行\n文字", " 空 "];
        using var stream = new MemoryStream();
        new XlsxExport().Write(stream, new ExportSheet("信访/事项", ["一", "二"], [cells], "导出人：周正 & 时间", "周正", At));
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read);

        var sheet = Part(zip, "xl/worksheets/sheet1.xml");
        XNamespace main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        var all = sheet.Descendants(main + "c").ToList();
        Assert.All(all, cell => Assert.Equal("inlineStr", cell.Attribute("t")!.Value));
        Assert.Empty(sheet.Descendants(main + "f"));
        Assert.Empty(sheet.Descendants(main + "v"));
        Assert.Equal(["一", "二", "=1+1", "＝1", "007", "2026-01-02", "a<b>&\"c\"", "bell\uFFFDend", "两行\n文字", " 空 ", "导出人：周正 & 时间"], all.Select(cell => cell.Value));
        Assert.Equal(["1", "1", "0"], all.Skip(2).Take(3).Select(cell => cell.Attribute("s")!.Value));
        Assert.Equal("A1|B1|A2", string.Join('|', all.Take(3).Select(cell => cell.Attribute("r")!.Value)));
        Assert.Contains("周正 && 时间", sheet.Descendants(main + "oddFooter").Single().Value, StringComparison.Ordinal);
        var properties = Part(zip, "docProps/core.xml").Root!.Elements().ToDictionary(element => element.Name.LocalName, element => element.Value);
        Assert.Equal(("周正", "导出人：周正 & 时间", "2026-11-26T04:00:00Z"), (properties["creator"], properties["description"], properties["created"]));
        Assert.Equal("信访事项", Part(zip, "xl/workbook.xml").Descendants(main + "sheet").Single().Attribute("name")!.Value);
        Assert.All(zip.Entries, entry => Assert.NotNull(Part(zip, entry.FullName).Root));
    }

    private static byte[] Csv(ExportSheet sheet)
    {
        using var stream = new MemoryStream();
        new CsvExport().Write(stream, sheet);
        return stream.ToArray();
    }

    private static XDocument Part(ZipArchive zip, string name)
    {
        using var stream = zip.GetEntry(name)!.Open();
        return XDocument.Load(stream);
    }
}
