namespace Petitions.Services.JointVisits;

/// <summary>A matter to be reported upwards.</summary>
/// <param name="Number">The matter.</param>
/// <param name="Receiver">Key of one of the receivers that are offered.</param>
/// <param name="Committee">Name of the committee, when it goes to one.</param>
/// <param name="Summary">What leaves; nothing that identifies the petitioner.</param>
/// <param name="Question">The one question asked.</param>
public sealed record ProposeEscalation(string Number, string? Receiver, string? Committee, string Summary, string Question);
