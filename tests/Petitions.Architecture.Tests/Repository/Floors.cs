using System.Reflection;

namespace Petitions.Architecture.Tests.Repository;

/// <summary>The assemblies of the product, loaded by name: no type of theirs is needed to find them.</summary>
internal static class Floors
{
    public static Assembly Domain => Assembly.Load("Petitions.Domain");

    public static Assembly Data => Assembly.Load("Petitions.Data");

    public static Assembly DataSqlite => Assembly.Load("Petitions.Data.Sqlite");

    public static Assembly DataPostgres => Assembly.Load("Petitions.Data.Postgres");

    public static Assembly Services => Assembly.Load("Petitions.Services");

    public static Assembly Web => Assembly.Load("Petitions.Web");

    public static Assembly[] All => [Domain, Data, DataSqlite, DataPostgres, Services, Web];
}
