using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Petitions.Domain.Exports;

namespace Petitions.Services.Exports;

/// <summary>
/// A workbook of one sheet whose cells are all text, never a formula or a number, with the watermark in its last row, in
/// the footer of each printed page and in the file's properties. Written by hand: the libraries tried set no footer and
/// no properties, and a sheet of text cells is six small parts.
/// </summary>
public sealed class XlsxExport : IExportWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";
    private const string Plain = "0";

    // quotePrefix: the cell stays text also after somebody edits it.
    private const string Guarded = "1";

    public ExportFormat Format => ExportFormat.Xlsx;

    public void Write(Stream target, ExportSheet sheet)
    {
        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        Part(zip, "[Content_Types].xml", sheet.At, $"""
            <Types xmlns="{Package}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
            """);
        Part(zip, "_rels/.rels", sheet.At, $"""
            <Relationships xmlns="{Package}relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="{Package}relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>
            """);
        Part(zip, "xl/_rels/workbook.xml.rels", sheet.At, $"""
            <Relationships xmlns="{Package}relationships"><Relationship Id="rId1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Relations}/styles" Target="styles.xml"/></Relationships>
            """);
        Part(zip, "xl/styles.xml", sheet.At, $"""
            <styleSheet xmlns="{Main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="49" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>
            """);
        Xml(zip, "xl/workbook.xml", sheet.At, xml =>
        {
            xml.WriteStartElement("workbook", Main);
            xml.WriteStartElement("sheets", Main);
            xml.WriteStartElement("sheet", Main);
            xml.WriteAttributeString("name", SheetName(sheet.Title));
            xml.WriteAttributeString("sheetId", "1");
            xml.WriteAttributeString("r", "id", Relations, "rId1");
        });
        Xml(zip, "docProps/core.xml", sheet.At, xml => Properties(xml, sheet));
        Xml(zip, "xl/worksheets/sheet1.xml", sheet.At, xml => Sheet(xml, sheet));
    }

    private static void Sheet(XmlWriter xml, ExportSheet sheet)
    {
        xml.WriteStartElement("worksheet", Main);
        xml.WriteStartElement("sheetViews", Main);
        xml.WriteRaw("<sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView>");
        xml.WriteEndElement();
        xml.WriteStartElement("cols", Main);
        xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"<col min=\"1\" max=\"{sheet.Headings.Count}\" width=\"18\" customWidth=\"1\"/>"));
        xml.WriteEndElement();
        xml.WriteStartElement("sheetData", Main);
        var number = 1;
        foreach (var row in sheet.Rows.Prepend(sheet.Headings).Append([sheet.Watermark]))
        {
            xml.WriteStartElement("row", Main);
            xml.WriteAttributeString("r", number.ToString(CultureInfo.InvariantCulture));
            for (var column = 0; column < row.Count; column++)
            {
                Cell(xml, Name(column, number), row[column], number == 1 ? "2" : Cells.LooksLikeFormula(row[column]) ? Guarded : Plain);
            }

            xml.WriteEndElement();
            number++;
        }

        xml.WriteEndElement();
        xml.WriteStartElement("headerFooter", Main);
        // & begins a code of the footer.
        xml.WriteElementString("oddFooter", Main, "&L" + Clean(sheet.Watermark).Replace("&", "&&", StringComparison.Ordinal) + "&R&P / &N");
    }

    private static void Cell(XmlWriter xml, string name, string text, string style)
    {
        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("r", name);
        xml.WriteAttributeString("s", style);
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is", Main);
        xml.WriteStartElement("t", Main);
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(Clean(text));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Properties(XmlWriter xml, ExportSheet sheet)
    {
        const string Core = Package + "metadata/core-properties";
        const string Dublin = "http://purl.org/dc/elements/1.1/";
        const string Terms = "http://purl.org/dc/terms/";
        xml.WriteStartElement("cp", "coreProperties", Core);
        xml.WriteElementString("dc", "title", Dublin, Clean(sheet.Title));
        xml.WriteElementString("dc", "creator", Dublin, Clean(sheet.Author));
        xml.WriteElementString("dc", "description", Dublin, Clean(sheet.Watermark));
        xml.WriteStartElement("dcterms", "created", Terms);
        xml.WriteAttributeString("xsi", "type", "http://www.w3.org/2001/XMLSchema-instance", "dcterms:W3CDTF");
        xml.WriteString(sheet.At.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }

    private static void Part(ZipArchive zip, string name, DateTime at, string text)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = new DateTimeOffset(at);
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + text));
    }

    private static void Xml(ZipArchive zip, string name, DateTime at, Action<XmlWriter> write)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = new DateTimeOffset(at);
        using var stream = entry.Open();
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), ConformanceLevel = ConformanceLevel.Document });
        xml.WriteStartDocument(standalone: true);
        write(xml);
        xml.WriteEndDocument();
    }

    private static string Name(int column, int row)
    {
        var name = "";
        for (var left = column; left >= 0; left = (left / 26) - 1)
        {
            name = (char)('A' + (left % 26)) + name;
        }

        return name + row.ToString(CultureInfo.InvariantCulture);
    }

    private static string SheetName(string title)
    {
        var name = new string([.. Clean(title).Where(c => c is not ('[' or ']' or ':' or '*' or '?' or '/' or '\\' or '\''))]);
        return name.Length > 31 ? name[..31] : name;
    }

    /// <summary>Without what no XML may hold.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Where(rune => rune.Value is '\t' or '\n' or '\r' or >= 0x20 and not (0xFFFE or 0xFFFF)))
        {
            clean.Append(rune.ToString());
        }

        return clean.ToString();
    }
}
