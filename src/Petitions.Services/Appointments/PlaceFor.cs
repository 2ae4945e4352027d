namespace Petitions.Services.Appointments;

/// <summary>For whom a place is looked for.</summary>
public enum PlaceFor
{
    /// <summary>Anybody: public places, behind those who wait for one.</summary>
    Public,

    /// <summary>The first of those who wait: public places.</summary>
    Waiting,

    /// <summary>The desk: the places it keeps, then the public ones.</summary>
    Desk,
}
