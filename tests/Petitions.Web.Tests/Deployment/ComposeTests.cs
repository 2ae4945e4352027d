using System.Text.RegularExpressions;
using Petitions.Web.Tests.Nodes;

namespace Petitions.Web.Tests.Deployment;

/// <summary>
/// docker-compose.yml, .env.example, Dockerfile and the proxy's settings hold together: Docker does not run here, so what
/// can be read wrongly is read by these tests (scripts/two-nodes.sh runs the same shape).
/// </summary>
public sealed partial class ComposeTests
{
    private static readonly string Root = TwoNodes.RepositoryRoot();

    /// <summary>Settings an installation by compose has no use for.</summary>
    private static readonly HashSet<string> NotForCompose =
    [
        "Database__MigrateAtStart", // Development only.
        "Site__Demo", // Invented data only.
        "Notices__Deliver", // Off in Development only.
        "Documents__Chromium__NoSandbox", // The container does not run as root.
        "Notices__Email__UseTls", // MAIL_TLS.
    ];

    private static YamlNode Compose { get; } = YamlNode.Parse(Read("docker-compose.yml"));

    private static IReadOnlyList<string> Services => [.. Compose["services"].Map.Keys];

    private static YamlNode Service(string name) => Compose["services"][name];

    [Fact]
    public void EnvExample_EveryVariable_IsSaid_AndRead()
    {
        var lines = Read(".env.example").Split('\n');
        var compose = Read("docker-compose.yml");
        var variables = lines.Select((line, at) => (Name: VariableLine().Match(line).Groups[1].Value, At: at)).Where(variable => variable.Name.Length > 0).ToList();
        var passed = Service("node-one")["environment"].Map;

        Assert.True(variables.Count > 40, "No variables were found.");
        Assert.Equal(variables.Count, variables.Select(variable => variable.Name).Distinct().Count());
        foreach (var (name, at) in variables)
        {
            var above = lines[..at].Reverse().First(line => !VariableLine().IsMatch(line));
            Assert.True(above.StartsWith("# ", StringComparison.Ordinal), $"{name} is not explained.");
            if (name.Contains("__", StringComparison.Ordinal))
            {
                Assert.True(PortalSettings.All.Contains(InList().Replace(name, "__0")), $"The portal reads no {name}.");
                Assert.True(passed.ContainsKey(name), $"docker-compose.yml does not pass {name} on to the nodes.");
            }
            else
            {
                Assert.True(compose.Contains($"${{{name}:", StringComparison.Ordinal), $"docker-compose.yml does not read {name}.");
            }
        }

        // And what the file asks for is in the example.
        Assert.Empty(Asked().Matches(compose).Select(match => match.Groups[1].Value).Except(variables.Select(variable => variable.Name)));
    }

    [Fact]
    public void Settings_EveryOneOfThePortal_CanBeGiven()
    {
        var image = ImageVariable().Matches(Read("Dockerfile")).Select(match => match.Groups[1].Value);
        var given = Service("node-one")["environment"].Map.Keys.Concat(Service("migrate")["environment"].Map.Keys).Concat(image).Concat(NotForCompose).ToHashSet();

        Assert.Contains("Files__Limits__MoreKinds__0__Magic", PortalSettings.All);
        Assert.Contains("Notices__Email__Host", PortalSettings.All);
        Assert.Empty(PortalSettings.All.Except(given));
        // A setting nobody reads is a wish nobody hears.
        Assert.Empty(Service("node-one")["environment"].Map.Keys.Select(name => InList().Replace(name, "__0")).Except(PortalSettings.All));
        // What compose only passes on stands in the example, where operators look.
        var example = Read(".env.example");
        Assert.All(Service("node-one")["environment"].Map.Where(setting => setting.Value is { Text: null, Map.Count: 0 }), setting => Assert.Contains(setting.Key + "=", example, StringComparison.Ordinal));
    }

    [Fact]
    public void Services_WatchTheirHealth_AndWaitForWhatTheyNeed()
    {
        Assert.Equal(["database", "keys", "migrate", "node-one", "node-two", "proxy", "mail"], Services);
        foreach (var service in new[] { "database", "node-one", "node-two", "proxy", "mail" })
        {
            Assert.NotEmpty(Service(service)["healthcheck"]["test"].List);
            Assert.Equal("unless-stopped", Service(service)["restart"].Text);
        }

        Assert.Equal("service_healthy", Service("migrate")["depends_on"]["database"]["condition"].Text);
        Assert.Equal("service_completed_successfully", Service("migrate")["depends_on"]["keys"]["condition"].Text);
        foreach (var node in new[] { "node-one", "node-two" })
        {
            Assert.Equal("service_healthy", Service(node)["depends_on"]["database"]["condition"].Text);
            Assert.Equal("service_completed_successfully", Service(node)["depends_on"]["migrate"]["condition"].Text);
            Assert.Contains("/health/ready", Service(node)["healthcheck"]["test"].List[^1].Text, StringComparison.Ordinal);
            Assert.Equal("service_healthy", Service("proxy")["depends_on"][node]["condition"].Text);
            Assert.Equal(node, Service(node)["environment"]["Node__Name"].Text);
            Assert.Equal("true", Service(node)["read_only"].Text);
            Assert.Equal("ALL", Service(node)["cap_drop"].List.Single().Text);
        }
    }

    [Fact]
    public void Secrets_HaveNoValues_AndOnlyTheProxyIsOpen()
    {
        foreach (var service in Services.Select(Service))
        {
            foreach (var (name, value) in service.Map.TryGetValue("environment", out var given) ? given.Map.ToList() : [])
            {
                Assert.True(!Secret().IsMatch(name) || name.EndsWith("__KeyFile", StringComparison.Ordinal) || value.Text is null || Required().IsMatch(value.Text), $"{name} has a value.");
                Assert.True(value.Text is null || !Inline().IsMatch(value.Text), $"{name} holds a password.");
            }
        }

        Assert.All(Read(".env.example").Split('\n').Where(line => VariableLine().Match(line) is { Success: true } variable && Secret().IsMatch(variable.Groups[1].Value)),
            line => Assert.EndsWith("=", line, StringComparison.Ordinal));
        // The catcher's page is for whoever sits at the machine.
        Assert.All(Services.Where(name => name != "proxy" && Service(name).Map.ContainsKey("ports")),
            name => Assert.All(Service(name)["ports"].List, port => Assert.StartsWith("127.0.0.1:", port.Text!, StringComparison.Ordinal)));
        Assert.Equal(["80", "443"], Service("proxy")["ports"].List.Select(port => port.Text!.Split(':')[^1]));
        Assert.Contains(".env", Read(".dockerignore").Split('\n'));
        Assert.Contains(".env", Read(".gitignore").Split('\n'));
    }

    /// <summary>What one node keeps, the other one reads: sealed files, keys, daily roots, backups lie on the same volumes.</summary>
    [Fact]
    public void Nodes_ShareTheirFolders()
    {
        string[] Volumes(string service) => [.. Service(service)["volumes"].List.Select(volume => volume.Text!)];
        var image = Read("Dockerfile");

        Assert.Equal(Volumes("node-one"), Volumes("node-two"));
        Assert.Equal(Volumes("node-one"), Volumes("migrate"));
        foreach (var folder in new[] { "data", "keys", "backups", "backup-key" })
        {
            Assert.Contains($"{folder}:/var/petitions/{folder}", Volumes("node-one"));
            Assert.True(Compose["volumes"].Map.ContainsKey(folder), folder);
            Assert.Matches($@"mkdir -p [^\n]*/var/petitions/{folder}\b", image);
        }

        // The folder of files lies under the data folder unless something else is said.
        Assert.Contains("Storage__DataPath=/var/petitions/data", image, StringComparison.Ordinal);
        Assert.Contains("Keys__Path=/var/petitions/keys", image, StringComparison.Ordinal);
        Assert.Equal("/var/petitions/backups", Service("node-one")["environment"]["Backup__Path"].Text);
    }

    [Fact]
    public void Dockerfile_BuildsWhatExists_AndDoesNotRunAsRoot()
    {
        var image = Read("Dockerfile");
        var stages = Stage().Matches(image).Select(match => match.Groups[1].Value).ToList();

        Assert.Equal(["build", "portal"], stages);
        Assert.All(CopyFrom().Matches(image).Select(match => match.Groups[1].Value), from => Assert.Contains(from, stages));
        var script = Assert.Single(Script().Matches(image)).Value;
        var project = Assert.Single(Published().Matches(Read(script))).Groups[1].Value;
        Assert.Equal("dotnet", Entry().Match(image).Groups[1].Value);
        Assert.Equal($"{Path.GetFileName(project)}.dll", Entry().Match(image).Groups[2].Value);
        Assert.True(File.Exists(Path.Combine(Root, project, $"{Path.GetFileName(project)}.csproj")), project);
        // After the last stage begins; the base image names a user that is not root.
        Assert.Matches(@"(?s)AS portal.*\nUSER \$APP_UID\n.*ENTRYPOINT", image);
        Assert.DoesNotContain("USER root", image, StringComparison.Ordinal);
        Assert.Contains("HEALTHCHECK", image, StringComparison.Ordinal);
        Assert.All(Base().Matches(image).Select(match => match.Groups[1].Value), from => Assert.DoesNotContain(":latest", from, StringComparison.Ordinal));
    }

    /// <summary>security.md D4: a search stands in its address, and a client has one too; neither is the proxy's to keep.</summary>
    [Fact]
    public void Proxy_LogsNoQueryStringAndNoClient()
    {
        var proxy = Read("deploy/nginx/portal.conf.template");
        var format = Assert.Single(LogFormat().Matches(proxy));

        Assert.DoesNotMatch(@"\$(request_uri|request|args|arg_\w+|query_string|is_args|remote_\w+|binary_remote_addr|http_\w+|cookie_\w+|proxy_add_x_forwarded_for)\b", format.Value.Replace("\"$request_id\"", "", StringComparison.Ordinal).Replace("$request_method", "", StringComparison.Ordinal).Replace("$request_time", "", StringComparison.Ordinal));
        Assert.Contains("\"path\":\"$uri\"", format.Value, StringComparison.Ordinal);
        // Every log is of that format; nginx' own would hold both.
        Assert.All(AccessLog().Matches(proxy).ToList(), log => Assert.EndsWith($" {format.Groups[1].Value};", log.Value, StringComparison.Ordinal));
        Assert.Single(AccessLog().Matches(proxy));
        Assert.True(proxy.IndexOf("access_log", StringComparison.Ordinal) < proxy.IndexOf("server {", StringComparison.Ordinal), "Only some servers log so.");
        Assert.Matches(@"error_log \S+ emerg;", proxy);
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    [GeneratedRegex(@"^#?([A-Za-z]\w*)=")]
    private static partial Regex VariableLine();

    [GeneratedRegex(@"__\d+(?=__|$)")]
    private static partial Regex InList();

    [GeneratedRegex(@"\$\{(\w+)[:}]")]
    private static partial Regex Asked();

    [GeneratedRegex(@"\b(\w+__\w+)=")]
    private static partial Regex ImageVariable();

    [GeneratedRegex("PASSWORD|SECRET|KEY", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();

    [GeneratedRegex(@"^\$\{\w+:\?\}$")]
    private static partial Regex Required();

    [GeneratedRegex(@"Password=(?!\$\{\w+:\?\})", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex(@"(?m)^FROM \S+ AS (\w+)$")]
    private static partial Regex Stage();

    [GeneratedRegex(@"(?m)^FROM (\S+) AS")]
    private static partial Regex Base();

    [GeneratedRegex(@"COPY --from=(\w+)")]
    private static partial Regex CopyFrom();

    [GeneratedRegex(@"scripts/[\w-]+\.sh")]
    private static partial Regex Script();

    [GeneratedRegex(@"dotnet publish (\S+)")]
    private static partial Regex Published();

    [GeneratedRegex("""ENTRYPOINT \["(\w+)", "([\w.]+)"\]""")]
    private static partial Regex Entry();

    [GeneratedRegex(@"log_format (\w+) [^;]+;")]
    private static partial Regex LogFormat();

    [GeneratedRegex(@"access_log [^;]+;")]
    private static partial Regex AccessLog();
}
