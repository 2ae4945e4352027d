using System.Collections;
using System.Reflection;
using Petitions.Services.Files.Stores;

namespace Petitions.Web.Tests.Deployment;

/// <summary>Every setting the portal reads, as a variable of the environment (<c>Section__Key</c>; <c>0</c> for each place of a list).</summary>
internal static class PortalSettings
{
    /// <summary>Read without a class of its own (JobHosting).</summary>
    private static readonly string[] Single = ["Jobs__Enabled", "Jobs__DelaySeconds"];

    public static IReadOnlySet<string> All { get; } = Classes().SelectMany(type => Keys(type, Section(type))).Concat(Single).ToHashSet();

    private static IEnumerable<Type> Classes() => new[] { typeof(Program).Assembly, typeof(FileStoreOptions).Assembly }
        .SelectMany(assembly => assembly.GetTypes()).Where(type => (type.IsClass && type.Name.EndsWith("Options", StringComparison.Ordinal)) || type.Name == "FileLimits")
        .Where(type => type.GetField("Section") is not null);

    private static string Section(Type type) => ((string)type.GetField("Section")!.GetRawConstantValue()!).Replace(":", "__", StringComparison.Ordinal);

    private static IEnumerable<string> Keys(Type type, string prefix) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.SetMethod is { IsPublic: true }).SelectMany(property => Keys(property, $"{prefix}__{property.Name}"));

    private static IEnumerable<string> Keys(PropertyInfo property, string name)
    {
        var type = property.PropertyType;
        if (type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type))
        {
            var item = type.GetGenericArguments()[0];
            return item == typeof(string) ? [$"{name}__0"] : Keys(item, $"{name}__0");
        }

        return type.Namespace!.StartsWith("Petitions", StringComparison.Ordinal) && !type.IsEnum ? Keys(type, name) : [name];
    }
}
