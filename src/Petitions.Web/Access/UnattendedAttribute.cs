namespace Petitions.Web.Access;

/// <summary>Asked by a page on its own: no sign that somebody is there, so an empty desk still times out.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnattendedAttribute : Attribute;
