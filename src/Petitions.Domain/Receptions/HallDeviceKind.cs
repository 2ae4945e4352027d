namespace Petitions.Domain.Receptions;

/// <summary>What stands in a hall and has a token of its own.</summary>
public enum HallDeviceKind
{
    /// <summary>Calling screen (叫号屏).</summary>
    Display,

    /// <summary>Self check-in (自助取号机).</summary>
    Kiosk,
}
