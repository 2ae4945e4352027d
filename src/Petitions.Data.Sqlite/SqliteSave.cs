using Petitions.Data.Bulk;

namespace Petitions.Data.Sqlite;

/// <summary>A save waiting to be written: rows that may share a commit with others', or (without rows) a save that goes alone.</summary>
internal sealed class SqliteSave(IReadOnlyList<AddedRow>? rows)
{
    private readonly TaskCompletionSource<IReadOnlyList<SqliteSave>> turn = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<AddedRow>? Rows { get; } = rows;

    /// <summary>Whether somebody writes it now or it has gone; only the queue changes it, behind its door.</summary>
    public bool Taken { get; set; }

    /// <summary>What the database set itself, row by row; filled by whoever writes the rows.</summary>
    public List<IReadOnlyList<object?>> SetByDatabase { get; } = [];

    /// <summary>Ends when it is this save's turn, with the saves to write (itself first), or when another has written it: none.</summary>
    public Task<IReadOnlyList<SqliteSave>> Turn => turn.Task;

    public void Begin(IReadOnlyList<SqliteSave> group) => turn.TrySetResult(group);

    public void Written() => turn.TrySetResult([]);

    public void Failed(Exception error) => turn.TrySetException(error);
}
