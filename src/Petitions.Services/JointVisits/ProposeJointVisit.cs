namespace Petitions.Services.JointVisits;

/// <summary>A person proposes a joint visit.</summary>
/// <param name="Numbers">Its matters, by number.</param>
/// <param name="Purpose">What is to be reached.</param>
/// <param name="SubmissionKey">Key of the form.</param>
public sealed record ProposeJointVisit(IReadOnlyList<string> Numbers, string? Purpose, Guid SubmissionKey);
