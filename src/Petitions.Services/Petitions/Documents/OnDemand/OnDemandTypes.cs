using Petitions.Domain.Offices;

namespace Petitions.Services.Petitions.Documents.OnDemand;

/// <summary>Documents that no step of a matter issues by itself: somebody asks for one where it is needed. With who may.</summary>
public static class OnDemandTypes
{
    public const string Urge = "UrgeNotice";
    public const string FirstHandling = "FirstHandlingSheet";
    public const string Visit = "VisitRegistration";
    public const string Filing = "FilingReceipt";
    public const string Service = "ServiceReceipt";

    public static readonly IReadOnlyList<string> All = [Visit, Filing, FirstHandling, Urge, Service];

    /// <summary>One of these abilities, in reach of the matter; none for a type that is not issued on demand.</summary>
    public static IReadOnlyList<string> AbilitiesOf(string type) => type switch
    {
        Urge => [Abilities.UrgePetitions],
        FirstHandling => [Abilities.HandlePetitions, Abilities.ScreenPetitions, Abilities.AssignPetitions],
        Visit => [Abilities.RegisterPetitions, Abilities.ScreenPetitions, Abilities.HandlePetitions],
        Filing => [Abilities.RegisterPetitions, Abilities.ScreenPetitions, Abilities.HandlePetitions],
        Service => [Abilities.RegisterPetitions, Abilities.ScreenPetitions, Abilities.SendReplies],
        _ => [],
    };
}
