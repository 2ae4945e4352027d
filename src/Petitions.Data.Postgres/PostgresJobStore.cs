using Npgsql;
using Quartz;

namespace Petitions.Data.Postgres;

/// <summary>The schedule of all nodes in one place: whichever node is free fires a trigger, no other does (security.md A11).</summary>
public static class PostgresJobStore
{
    private const string Scheduler = "Petitions";

    public static void Use(IQuartzBuilder quartz, string connectionString)
    {
        quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = Scheduler);
        quartz.UsePersistentStore(store =>
        {
            store.UsePostgres(NpgsqlFactory.Instance, PostgresEngine.WithLimits(connectionString));
            store.ConfigureStore(options =>
            {
                options.TablePrefix = "qrtz_";
                options.StoreJobDataAsStrings = true;
                options.CommandTimeout = TimeSpan.FromSeconds(5);
                // The tables come with the migrations: the portal's role may not make any.
                options.SchemaProvisioning = SchemaProvisioning.None;
            });
            store.UseClustering(cluster =>
            {
                cluster.CheckinInterval = TimeSpan.FromSeconds(5);
                cluster.CheckinMisfireThreshold = TimeSpan.FromSeconds(10);
            });
        });
    }
}
