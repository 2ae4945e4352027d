using Petitions.Domain.Appointments;

namespace Petitions.Services.Appointments;

public sealed record RoomLine(Guid Id, Guid OfficeId, Guid ServicePointId, string NameZh, string NameEn, RoomKind Kind, int Seats, bool Enabled, int Version);
