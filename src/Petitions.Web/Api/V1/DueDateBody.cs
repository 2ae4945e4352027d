namespace Petitions.Web.Api.V1;

/// <summary>A promised date: the clock's rule and the last day, Asia/Shanghai.</summary>
public sealed record DueDateBody(string Clock, DateOnly Due);
