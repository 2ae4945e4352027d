namespace Petitions.Data;

/// <summary>What the administrator is told of the database.</summary>
public sealed record DatabaseState(string Release, long Bytes);
