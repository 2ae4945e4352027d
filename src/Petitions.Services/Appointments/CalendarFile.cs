using System.Globalization;
using System.Text;

namespace Petitions.Services.Appointments;

/// <summary>
/// An appointment as a calendar file (RFC 5545): lines end in CR LF and are folded at 75 octets, text is escaped, times are
/// UTC, so that no device needs to know our time zone. Nothing in it tells what the visit is about.
/// </summary>
public static class CalendarFile
{
    private const int LineMax = 75;

    public static string Of(CalendarEntry entry)
    {
        string[] lines =
        [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Petitions//Booking//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "BEGIN:VEVENT",
            $"UID:{entry.Id:N}@petitions", FormattableString.Invariant($"SEQUENCE:{entry.Version}"), $"DTSTAMP:{Time(entry.MadeAt)}",
            $"DTSTART:{Time(entry.StartsAt)}", $"DTEND:{Time(entry.EndsAt)}", $"SUMMARY:{Text(entry.Summary)}", $"LOCATION:{Text(entry.Location)}",
            $"DESCRIPTION:{Text(entry.Description)}", "CLASS:PRIVATE",
            "BEGIN:VALARM", "ACTION:DISPLAY", $"DESCRIPTION:{Text(entry.Summary)}", "TRIGGER:-P1D", "END:VALARM", "END:VEVENT", "END:VCALENDAR",
        ];
        return string.Concat(lines.Select(line => Folded(line) + "\r\n"));
    }

    private static string Time(DateTime utc) => utc.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Text(string text) => text.ReplaceLineEndings("\n").Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>At most 75 octets a line, never within a character.</summary>
    private static string Folded(string line)
    {
        var folded = new StringBuilder();
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LineMax)
            {
                folded.Append("\r\n ");
                octets = 1;
            }

            folded.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        return folded.ToString();
    }
}
