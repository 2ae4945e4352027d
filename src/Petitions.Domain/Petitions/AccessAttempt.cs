namespace Petitions.Domain.Petitions;

/// <summary>
/// A wrong query code, kept for a day to slow the next one down. Number and address are keyed hashes: the row tells
/// nobody who asked for what (domain.md 3.2).
/// </summary>
public sealed class AccessAttempt
{
    private AccessAttempt()
    {
    }

    public Guid Id { get; private set; }

    public byte[] TargetIndex { get; private set; } = [];

    public byte[]? AddressIndex { get; private set; }

    public DateTime At { get; private set; }

    public static AccessAttempt Failed(byte[] targetIndex, byte[]? addressIndex, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        TargetIndex = targetIndex,
        AddressIndex = addressIndex,
        At = now,
    };
}
