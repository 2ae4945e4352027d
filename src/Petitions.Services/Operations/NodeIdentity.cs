namespace Petitions.Services.Operations;

/// <summary>What this process is called among the nodes, and which release it runs.</summary>
public sealed record NodeIdentity(string Name, string Release);
