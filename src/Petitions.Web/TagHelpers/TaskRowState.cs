namespace Petitions.Web.TagHelpers;

public enum TaskRowState
{
    NotStarted,
    InProgress,
    Done,
    CannotStart,
}
