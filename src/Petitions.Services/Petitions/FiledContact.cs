namespace Petitions.Services.Petitions;

/// <summary>A contact person as typed: told by neutral text messages that there is news, and of nothing else.</summary>
public sealed record FiledContact
{
    public required string Name { get; init; }

    public required string Phone { get; init; }
}
