using Petitions.Domain.Petitions;
using Petitions.Domain.Receptions;

namespace Petitions.Services.Receptions;

/// <summary>A matter of the visit, with the codes handed out for it.</summary>
public sealed record VisitMatter(Guid Id, string Number, string Category, PetitionState State, ReceptionMatterKind Kind, bool Opens, IReadOnlyList<CodeLine> Grants);
