using System.Data.Common;

namespace Petitions.Data;

/// <summary>Tells "the database is away" from a bug: the first is 503 and may be tried again (security.md A6).</summary>
public static class DatabaseAway
{
    public static bool Is(Exception error, IEngineInfo? engine)
    {
        for (var inner = error; inner is not null; inner = inner.InnerException)
        {
            if (inner is DbException database && engine?.IsAway(database) == true)
            {
                return true;
            }
        }

        return false;
    }
}
