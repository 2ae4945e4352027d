using System.Reflection;

namespace Petitions.Web.Tests.Forms;

/// <summary>
/// The model binder fills the list a form begins with. An empty array cannot be filled, and it says nothing: what was
/// ticked would be lost in silence.
/// </summary>
public sealed class BoundListTests
{
    [Fact]
    public void Forms_BeginWithListsThatCanBeFilled()
    {
        var forms = typeof(Program).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.Name.EndsWith("Form", StringComparison.Ordinal) && type.GetConstructor(Type.EmptyTypes) is not null).ToList();
        var lists = forms.SelectMany(form => form.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.SetMethod is { IsPublic: true } && property.PropertyType.IsGenericType)
            .Select(property => (form, property, Value: property.GetValue(Activator.CreateInstance(form))))
            .Where(found => found.Value is System.Collections.IList)).ToList();

        var fixedOnes = lists.Where(found => ((System.Collections.IList)found.Value!).IsFixedSize).Select(found => $"{found.form.Name}.{found.property.Name}").ToList();

        Assert.True(lists.Count > 5, $"Only {lists.Count} lists were found.");
        Assert.Empty(fixedOnes);
    }
}
