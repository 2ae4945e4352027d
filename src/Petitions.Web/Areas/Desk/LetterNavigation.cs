using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Web.Navigation;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Desk;

/// <summary>The clerk's line in the staff navigation.</summary>
internal sealed class LetterNavigation(IStringLocalizer<LetterTexts> texts) : IStaffNavSource
{
    public IEnumerable<StaffNavItem> Items() => [new("~/desk/letters", texts["title"], "mail", StaffNavGroup.Post, 30, $"{Abilities.SendReplies},{Abilities.OpenLetters}")];
}
