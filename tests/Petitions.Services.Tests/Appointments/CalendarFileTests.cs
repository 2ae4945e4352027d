using System.Text;
using Petitions.Services.Appointments;

namespace Petitions.Services.Tests.Appointments;

/// <summary>RFC 5545: line ends, folding at 75 octets, escapes, UTC.</summary>
public sealed class CalendarFileTests
{
    [Fact]
    public void Of_LongAndSpecialText_IsFoldedAndEscaped()
    {
        var file = CalendarFile.Of(new CalendarEntry
        {
            Id = Guid.Empty,
            Version = 3,
            MadeAt = new DateTime(2026, 3, 2, 0, 30, 0, DateTimeKind.Utc),
            StartsAt = new DateTime(2026, 3, 3, 1, 0, 0, DateTimeKind.Utc),
            EndsAt = new DateTime(2026, 3, 3, 1, 30, 0, DateTimeKind.Utc),
            Summary = "预约：清溪县人民检察院",
            Location = "清溪县人民检察院12309检察服务中心 清溪县榆林街12号, 2; 楼",
            Description = "第一行\n第二行\\",
        });

        var lines = file.Split("\r\n");
        var unfolded = file.Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.All(lines, line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        Assert.DoesNotContain('\n', file.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.Contains("DTSTART:20260303T010000Z\r\n", unfolded, StringComparison.Ordinal);
        Assert.Contains("LOCATION:清溪县人民检察院12309检察服务中心 清溪县榆林街12号\\, 2\\; 楼\r\n", unfolded, StringComparison.Ordinal);
        Assert.Contains("DESCRIPTION:第一行\\n第二行\\\\\r\n", unfolded, StringComparison.Ordinal);
        Assert.StartsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", file, StringComparison.Ordinal);
        Assert.EndsWith("END:VCALENDAR\r\n", file, StringComparison.Ordinal);
    }
}
