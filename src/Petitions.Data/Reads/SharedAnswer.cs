using System.Data.Common;

namespace Petitions.Data.Reads;

/// <summary>The part of a shared answer whose turn it is, and the text it answers.</summary>
internal sealed record SharedAnswer(string CommandText, DbDataReader Answers)
{
    /// <exception cref="InvalidOperationException">Another query was put between: it would get rows that are not its own.</exception>
    public DbDataReader To(DbCommand command) => command.CommandText == CommandText
        ? new SharedResult(Answers)
        : throw new InvalidOperationException("Another read while reads are taken together.");
}
