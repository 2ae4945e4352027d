using Petitions.Domain.People;

namespace Petitions.Services.Petitions.Screening;

public sealed record NameRespondentRequest(string Number, RespondentDetails Details);
