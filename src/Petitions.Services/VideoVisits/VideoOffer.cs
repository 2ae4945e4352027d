using Petitions.Domain.Appointments;

namespace Petitions.Services.VideoVisits;

/// <summary>A time that was proposed, and what was said to it, before the ends are settled.</summary>
/// <param name="At">When it was proposed last.</param>
/// <param name="State">Offered while it waits for the answer, Confirmed once it was taken, Requested when it was not taken in time, or not at all.</param>
/// <param name="Time">The time, while it waits or once it was taken.</param>
/// <param name="SlotId">Its slot, where it has one.</param>
/// <param name="Until">By when an answer is waited for.</param>
public sealed record VideoOffer(DateTime At, AppointmentState State, AgreedTime? Time, Guid? SlotId, DateTime? Until)
{
    public bool Waits => State == AppointmentState.Offered;

    public bool IsTaken => State == AppointmentState.Confirmed;
}
