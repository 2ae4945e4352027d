using Petitions.Domain.Offices;

namespace Petitions.Web.Access;

internal sealed class CurrentActor : ICurrentActor
{
    public Actor Actor { get; private set; } = Actor.Citizen();

    public string Name { get; private set; } = "";

    internal void SignedIn(Actor actor, string name) => (Actor, Name) = (actor, name);
}
