namespace Petitions.Domain.Offices;

/// <summary>A wrong password, counted per account and per address by keyed digests only. Real time.</summary>
public sealed class SignInFailure
{
    private SignInFailure()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>Keyed digest of the account name or of the address.</summary>
    public byte[] Subject { get; private set; } = [];

    public DateTime At { get; private set; }

    public static SignInFailure Of(byte[] subject, DateTime now) => new() { Id = Guid.CreateVersion7(new DateTimeOffset(now)), Subject = subject, At = now };
}
