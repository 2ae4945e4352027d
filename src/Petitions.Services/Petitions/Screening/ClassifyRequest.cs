using Petitions.Domain.Petitions;

namespace Petitions.Services.Petitions.Screening;

public sealed record ClassifyRequest(string Number, Classification Found);
