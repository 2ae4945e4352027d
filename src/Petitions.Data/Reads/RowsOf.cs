namespace Petitions.Data.Reads;

/// <summary>The rows of a read that is sent together with others.</summary>
public sealed class RowsOf<T>
{
    private IReadOnlyList<T>? rows;

    /// <exception cref="InvalidOperationException">Before it was sent.</exception>
    public IReadOnlyList<T> Rows
    {
        get => rows ?? throw new InvalidOperationException("Not sent yet.");
        internal set => rows = value;
    }
}
