namespace Petitions.Bench;

/// <summary>Accounts signed in once and kept: their sessions lie in the database and outlive a restart of the portal.</summary>
public sealed class Sessions(string address) : IDisposable
{
    private readonly Dictionary<string, StaffSession> open = [];

    public StaffSession this[string user] => open[user];

    public async Task OpenAsync(IEnumerable<string> users)
    {
        foreach (var user in users.Distinct())
        {
            open[user] = await StaffSession.SignInAsync(address, user);
        }
    }

    public void Dispose()
    {
        foreach (var session in open.Values)
        {
            session.Dispose();
        }
    }
}
