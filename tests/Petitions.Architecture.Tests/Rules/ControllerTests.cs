using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Routing;
using Petitions.Architecture.Tests.Repository;

namespace Petitions.Architecture.Tests.Rules;

/// <summary>
/// What every controller and action must hold. Planted breaches: a controller with the DbContext, one with another
/// controller, an action without an ability and an action that binds an entity; each was found.
/// </summary>
public sealed class ControllerTests
{
    private static readonly Type[] Controllers = Floors.Web.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && typeof(ControllerBase).IsAssignableFrom(type))
        .ToArray();

    private static readonly (Type Controller, MethodInfo Action)[] Actions = Controllers
        .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Public)
            .Where(method => !method.IsSpecialName && method.DeclaringType?.Assembly == Floors.Web)
            .Where(method => method.GetCustomAttribute<NonActionAttribute>() is null && method.GetBaseDefinition().DeclaringType?.Assembly == Floors.Web)
            .Select(method => (type, method)))
        .ToArray();

    [Fact]
    public void Controllers_Anywhere_DoNotKnowTheDatabase()
    {
        var contexts = Floors.All.SelectMany(assembly => assembly.GetTypes())
            .Where(type => Ancestors(type).Any(ancestor => ancestor.FullName == "Microsoft.EntityFrameworkCore.DbContext"))
            .Select(type => type.FullName!)
            .ToHashSet();
        var names = Controllers.Select(type => type.FullName).ToHashSet();
        var built = new ArchUnitNET.Loader.ArchLoader().LoadAssemblies(Floors.All).Build();

        var findings = built.Classes
            .Where(type => names.Contains(type.FullName))
            .SelectMany(type => type.Dependencies
                .Select(dependency => dependency.Target.FullName)
                .Where(name => contexts.Contains(name) || name.StartsWith("Microsoft.EntityFrameworkCore.", StringComparison.Ordinal))
                .Distinct()
                .Select(name => $"{type.FullName} uses {name}; ask a service or a queries class"));

        Findings.AssertNone(Controllers.Length * contexts.Count, findings);
    }

    [Fact]
    public void Controllers_Constructors_TakeNoController()
    {
        var findings = Controllers.SelectMany(type => type.GetConstructors()
            .SelectMany(constructor => constructor.GetParameters())
            .Where(parameter => typeof(ControllerBase).IsAssignableFrom(parameter.ParameterType))
            .Select(parameter => $"{type.FullName} takes {parameter.ParameterType.Name}"));

        Findings.AssertNone(Controllers.Length, findings);
    }

    [Fact]
    public void Actions_All_AreOpenOnPurposeOrNameAnAbility()
    {
        var findings = Actions
            .Where(pair => !Marks<IAllowAnonymous>(pair).Any() && !Marks<IAuthorizeData>(pair).Any(mark => !string.IsNullOrEmpty(mark.Policy)))
            .Select(pair => $"{pair.Controller.Name}.{pair.Action.Name} has neither [AllowAnonymous] nor an ability");

        Findings.AssertNone(Actions.Length, findings);
    }

    [Fact]
    public void Actions_All_AskForAbilitiesNotRoles()
    {
        var findings = Actions
            .Where(pair => Marks<IAuthorizeData>(pair).Any(mark => !string.IsNullOrEmpty(mark.Roles)))
            .Select(pair => $"{pair.Controller.Name}.{pair.Action.Name} names a role");

        Findings.AssertNone(Actions.Length, findings);
    }

    [Fact]
    public void Actions_All_HaveAnAttributeRoute()
    {
        var findings = Actions
            .Where(pair => !pair.Action.GetCustomAttributes(true).Concat(pair.Controller.GetCustomAttributes(true)).OfType<IRouteTemplateProvider>().Any(route => route.Template is not null))
            .Select(pair => $"{pair.Controller.Name}.{pair.Action.Name} has no route of its own");

        Findings.AssertNone(Actions.Length, findings);
    }

    [Fact]
    public void Actions_Parameters_AreInputModelsNeverEntities()
    {
        var findings = Actions.SelectMany(pair => pair.Action.GetParameters()
            .Where(parameter => parameter.GetCustomAttributes(true).All(mark => mark is not FromServicesAttribute))
            .SelectMany(parameter => DomainClassesIn(parameter.ParameterType, []))
            .Select(type => $"{pair.Controller.Name}.{pair.Action.Name} binds {type.FullName}"));

        Findings.AssertNone(Actions.Length, findings);
    }

    [Fact]
    public void Web_HasControllersOnly()
    {
        var findings = Floors.Web.GetTypes().Where(type => typeof(PageModel).IsAssignableFrom(type)).Select(type => $"{type.FullName} is a Razor page");

        Findings.AssertNone(Controllers.Length, findings);
    }

    private static IEnumerable<T> Marks<T>((Type Controller, MethodInfo Action) pair) =>
        pair.Action.GetCustomAttributes(true).Concat(pair.Controller.GetCustomAttributes(true)).OfType<T>();

    private static IEnumerable<Type> Ancestors(Type type)
    {
        for (var each = type.BaseType; each is not null; each = each.BaseType)
        {
            yield return each;
        }
    }

    // Walks into forms and lists: an entity two levels down is bound just as well.
    private static IEnumerable<Type> DomainClassesIn(Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type))
        {
            return [];
        }

        if (type.HasElementType)
        {
            return DomainClassesIn(type.GetElementType()!, seen);
        }

        var inner = type.IsGenericType ? type.GetGenericArguments().SelectMany(argument => DomainClassesIn(argument, seen)) : [];
        if (type.Assembly == Floors.Domain)
        {
            return type.IsClass ? inner.Append(type) : inner;
        }

        return type.Assembly == Floors.Web || type.Assembly == Floors.Services
            ? inner.Concat(type.GetProperties()
                .Where(property => property.SetMethod is { IsPublic: true })
                .SelectMany(property => DomainClassesIn(property.PropertyType, seen)))
            : inner;
    }
}
