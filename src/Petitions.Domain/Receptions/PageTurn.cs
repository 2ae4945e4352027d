namespace Petitions.Domain.Receptions;

/// <summary>
/// Which keeping of which open page a text came with. A page that is left does not wait for its last answer: the turn says
/// which of two keepings on their way is the newer one.
/// </summary>
/// <param name="Page">Random for each page that was shown.</param>
/// <param name="Turn">1, 2, 3 by the page's script; 0 without one.</param>
public sealed record PageTurn(Guid Page, int Turn);
