namespace Petitions.Domain.Offices;

/// <summary>Who acts: the program itself, a petitioner (by number and code), or a member of staff.</summary>
public enum ActorKind
{
    System,
    Citizen,
    Staff,
}
