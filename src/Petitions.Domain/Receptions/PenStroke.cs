using System.Globalization;
using System.Text;

namespace Petitions.Domain.Receptions;

/// <summary>One stroke of the pen, from setting it down to lifting it.</summary>
public sealed record PenStroke(IReadOnlyList<PenPoint> Points)
{
    private const int Thin = 20;
    private const int Thick = 40;

    /// <summary>How thick it is drawn, in tenths of a unit: a pressed stroke is thicker.</summary>
    public int Tenths => Thin + (Thick * (int)Points.Average(point => point.Pressure) / 100);

    /// <summary>Path data as SVG writes them; a dot is a line to where it is.</summary>
    public string Path
    {
        get
        {
            var path = new StringBuilder().Append(CultureInfo.InvariantCulture, $"M{Points[0].X} {Points[0].Y}");
            foreach (var point in Points.Count == 1 ? Points : Points.Skip(1))
            {
                path.Append(CultureInfo.InvariantCulture, $"L{point.X} {point.Y}");
            }

            return path.ToString();
        }
    }
}
