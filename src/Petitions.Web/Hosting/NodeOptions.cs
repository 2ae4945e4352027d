using System.ComponentModel.DataAnnotations;

namespace Petitions.Web.Hosting;

/// <summary>Section <c>Node</c>: this process among the others, and how it stops.</summary>
public sealed class NodeOptions
{
    public const string Section = "Node";

    /// <summary>Name on the administrator's page and in the rows of jobs; empty means the machine and the process.</summary>
    [MaxLength(Domain.Operations.PortalNode.NameMax, ErrorMessage = "Node:Name is too long.")]
    public string? Name { get; init; }

    /// <summary>How often the node reports itself and compares its clock; 0 never.</summary>
    [Range(0, 3600, ErrorMessage = "Node:ReportSeconds must be between 0 and 3600.")]
    public int ReportSeconds { get; init; } = 10;

    /// <summary>After SIGTERM: how long it still takes requests while it already says that it is not ready; 0 in Development unless set.</summary>
    [Range(0, 300, ErrorMessage = "Node:DrainSeconds must be between 0 and 300.")]
    public int? DrainSeconds { get; init; }

    /// <summary>After that: how long running requests and jobs may go on.</summary>
    [Range(1, 300, ErrorMessage = "Node:StopSeconds must be between 1 and 300.")]
    public int StopSeconds { get; init; } = 25;

    /// <summary>Port of <c>/metrics</c>, which nothing else answers on; 0 means none.</summary>
    [Range(0, 65535, ErrorMessage = "Node:MetricsPort is no port.")]
    public int MetricsPort { get; init; }
}
