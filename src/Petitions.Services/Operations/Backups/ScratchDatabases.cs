using Petitions.Data;

namespace Petitions.Services.Operations.Backups;

/// <summary>Opens a database beside the portal's own, for reading. The engine is the portal's.</summary>
public sealed class ScratchDatabases(Func<string, PetitionsDbContext> open)
{
    public PetitionsDbContext Open(string connectionString) => open(connectionString);
}
