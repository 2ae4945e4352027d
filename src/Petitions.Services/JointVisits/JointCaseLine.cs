using Petitions.Domain.Petitions;

namespace Petitions.Services.JointVisits;

/// <summary>A matter that is heard.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">Its number.</param>
/// <param name="Title">The petitioner's words.</param>
/// <param name="State">How far it is.</param>
/// <param name="ReceivedAt">Since when.</param>
/// <param name="Needs">Needs the petitioner stated, codes.</param>
/// <param name="Opens">Whether the person may open the matter itself.</param>
public sealed record JointCaseLine(Guid Id, string Number, string Title, PetitionState State, DateTime ReceivedAt, IReadOnlyList<string> Needs, bool Opens);
