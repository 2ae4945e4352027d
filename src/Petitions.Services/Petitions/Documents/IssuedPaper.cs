using Petitions.Domain.Petitions.Documents;

namespace Petitions.Services.Petitions.Documents;

/// <summary>A document just issued, with the fact to record in the same save.</summary>
public sealed record IssuedPaper(IssuedDocument Document, DocumentIssued Fact);
