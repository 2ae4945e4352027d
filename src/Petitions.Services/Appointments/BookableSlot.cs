namespace Petitions.Services.Appointments;

/// <summary>A slot of a published session as the list shows it.</summary>
/// <param name="Id">The slot.</param>
/// <param name="SessionId">Its session.</param>
/// <param name="ServicePointId">Where.</param>
/// <param name="Day">Asia/Shanghai.</param>
/// <param name="StartsAt">UTC.</param>
/// <param name="EndsAt">UTC.</param>
/// <param name="LeaderId">Who sits; null in the hall.</param>
/// <param name="Leader">His name.</param>
/// <param name="Free">Places that may be taken now.</param>
/// <param name="Waiting">How many wait for a place.</param>
public sealed record BookableSlot(Guid Id, Guid SessionId, Guid ServicePointId, DateOnly Day, DateTime StartsAt, DateTime EndsAt, Guid? LeaderId, string? Leader, int Free, int Waiting)
{
    public bool IsFull => Free == 0;
}
