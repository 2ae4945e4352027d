namespace Petitions.Services;

/// <summary>The threads on which <see cref="CachedRead{T}"/> reads beside the questions: whoever counts what a page asks leaves theirs out.</summary>
public static class RenewalThread
{
    public const string Name = "renewal of what is kept in memory";
}
