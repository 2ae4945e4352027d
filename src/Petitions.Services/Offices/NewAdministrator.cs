namespace Petitions.Services.Offices;

public sealed record NewAdministrator(string UserName, string Password)
{
    /// <summary>Never the password, should the record be logged by mistake.</summary>
    public override string ToString() => UserName;
}
