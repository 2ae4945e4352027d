namespace Petitions.Web.Display;

/// <summary>What a page needs to warn before its time ends: how long, where to ask for more, where to begin again.</summary>
public sealed record TimeOutNotice(int Seconds, string Stay, string Open, bool Staff);
