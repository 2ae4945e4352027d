using System.Globalization;

namespace Petitions.Domain.Receptions;

/// <summary>A queue number (排队号) such as A007: letter of list QueuePrefix and a number, gap-free for point, day and letter.</summary>
public sealed record Ticket(string Prefix, int Number)
{
    public const int PrefixMax = 4;
    public const int Digits = 3;

    public override string ToString() => Prefix + Number.ToString("D" + Digits, CultureInfo.InvariantCulture);
}
