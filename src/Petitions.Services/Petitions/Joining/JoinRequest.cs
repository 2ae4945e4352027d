namespace Petitions.Services.Petitions.Joining;

/// <summary>Two matters, and why an officer takes them for one.</summary>
/// <param name="Number">The matter that is joined or came again.</param>
/// <param name="Target">The other one.</param>
/// <param name="SamePerson">The officer found both to be of one person.</param>
/// <param name="NoConflict">Declared where screening begins with it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Notice">What a named petitioner is told of a merger.</param>
public sealed record JoinRequest(string Number, string? Target, bool SamePerson, bool NoConflict, string? Reason, string? Notice = null);
