using System.Data.Common;
using Petitions.Data;

namespace Petitions.Web.Errors;

/// <summary>Tells "the database is away" from a bug: the first is 503 and may be tried again (security.md A6).</summary>
internal static class DatabaseAway
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
