using System.Linq.Expressions;

namespace Petitions.Data.Petitions;

/// <summary>A condition made of alternatives, of which only those that can hold are put to the database. Immutable.</summary>
internal sealed record AnyOf<T>(Expression<Func<T, bool>> Condition)
{
    /// <summary>With one more alternative when <paramref name="wanted"/>.</summary>
    public AnyOf<T> OrWhere(bool wanted, Expression<Func<T, bool>> alternative)
    {
        if (!wanted)
        {
            return this;
        }

        var row = Condition.Parameters[0];
        var other = new Renaming(alternative.Parameters[0], row).Visit(alternative.Body);
        return new AnyOf<T>(Expression.Lambda<Func<T, bool>>(Expression.OrElse(other, Condition.Body), row));
    }

    /// <summary>Both alternatives speak of the same row.</summary>
    private sealed class Renaming(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
