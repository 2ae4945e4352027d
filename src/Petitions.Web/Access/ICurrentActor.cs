using Petitions.Domain.Offices;

namespace Petitions.Web.Access;

/// <summary>The acting person of this request, loaded once by the sign-in middleware; a citizen when nobody is signed in.</summary>
public interface ICurrentActor
{
    Actor Actor { get; }

    /// <summary>Name shown to the person himself; empty for citizens.</summary>
    string Name { get; }
}
