using Petitions.Domain.JointVisits;

namespace Petitions.Services.JointVisits;

/// <summary>Purpose, brief and what the petitioner needs, as typed over what was seen.</summary>
public sealed record DescribeJointVisit
{
    public required int Seen { get; init; }

    public string? Purpose { get; init; }

    public string? Brief { get; init; }

    public string? VideoLink { get; init; }

    public JointNeed Agent { get; init; }

    public JointNeed Interpreter { get; init; }
}
