namespace Petitions.Domain.Receptions;

/// <summary>Where the pen was, and how hard it was pressed (0 to 100).</summary>
public readonly record struct PenPoint(int X, int Y, int Pressure);
