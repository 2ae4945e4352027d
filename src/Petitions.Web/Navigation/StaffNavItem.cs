namespace Petitions.Web.Navigation;

/// <summary>One line of the staff side navigation.</summary>
/// <param name="Href">App-relative address, beginning with ~/.</param>
/// <param name="Text">In the language of the page.</param>
/// <param name="Icon">Name in icons.svg.</param>
/// <param name="Group">The heading it stands under.</param>
/// <param name="Order">Lower comes first under its heading.</param>
/// <param name="Policy">Shown only to those who hold this ability; hiding is never the guard.</param>
public sealed record StaffNavItem(string Href, string Text, string Icon, StaffNavGroup Group, int Order, string? Policy = null);
