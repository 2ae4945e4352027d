using System.Reflection;
using System.Runtime.CompilerServices;
using Petitions.Architecture.Tests.Repository;

namespace Petitions.Architecture.Tests.Rules;

/// <summary>The entity decides. Planted breach: a public setter on an entity, and a public List property, both found.</summary>
public sealed class DomainTests
{
    private static readonly Type[] DomainClasses = Floors.Domain.GetTypes()
        .Where(type => type is { IsClass: true, IsPublic: true } && !(type.IsAbstract && type.IsSealed))
        .ToArray();

    [Fact]
    public void DomainTypes_Properties_HaveNoPublicSetters()
    {
        var findings = DomainClasses.SelectMany(type => type
            .GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Where(property => property.SetMethod is { IsPublic: true } setter && !IsInitOnly(setter))
            .Select(property => $"{type.FullName}.{property.Name} can be set from anywhere"));

        Findings.AssertNone(DomainClasses.Length, findings);
    }

    [Fact]
    public void DomainTypes_Fields_AreNotPublic()
    {
        var findings = DomainClasses.SelectMany(type => type
            .GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Select(field => $"{type.FullName}.{field.Name} is a public field"));

        Findings.AssertNone(DomainClasses.Length, findings);
    }

    [Fact]
    public void DomainTypes_Lists_AreExposedReadOnly()
    {
        Type[] writable = [typeof(List<>), typeof(IList<>), typeof(ICollection<>), typeof(HashSet<>), typeof(ISet<>), typeof(Dictionary<,>), typeof(IDictionary<,>)];

        var findings = DomainClasses.SelectMany(type => type
            .GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Where(property => property.PropertyType.IsGenericType && writable.Contains(property.PropertyType.GetGenericTypeDefinition()))
            .Select(property => $"{type.FullName}.{property.Name} hands out a list that can be changed"));

        Findings.AssertNone(DomainClasses.Length, findings);
    }

    private static bool IsInitOnly(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
}
