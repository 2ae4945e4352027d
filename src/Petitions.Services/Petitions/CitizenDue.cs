namespace Petitions.Services.Petitions;

/// <summary>A running deadline the petitioner may hold the office to.</summary>
public sealed record CitizenDue(string Clock, string Zh, string En, DateOnly Due, bool Provisional);
