using System.Text;

namespace Petitions.Domain.Search;

/// <summary>Where the phrases of a query stand in a shown text, so that a page can mark them.</summary>
public static class SearchMarks
{
    /// <summary>The text in pieces, each marked or not; together they are the text.</summary>
    public static IReadOnlyList<(string Text, bool Marked)> Of(string text, SearchQuery? query)
    {
        if (query is null || text.Length == 0)
        {
            return [(text, false)];
        }

        var (norm, places) = Map(text);
        var marked = new bool[text.Length];
        foreach (var part in query.Phrases.Select(phrase => phrase.Part))
        {
            for (var at = norm.IndexOf(part, StringComparison.Ordinal); at >= 0; at = norm.IndexOf(part, at + 1, StringComparison.Ordinal))
            {
                foreach (var (start, length) in places.GetRange(at, part.Length).Where(place => place.Length > 0))
                {
                    Array.Fill(marked, true, start, length);
                }
            }
        }

        return Pieces(text, marked);
    }

    /// <summary>The normal form with the place in the text of each of its characters; a space has none.</summary>
    private static (string Norm, List<(int Start, int Length)> Places) Map(string text)
    {
        var norm = new StringBuilder();
        var places = new List<(int, int)>();
        void Put(string piece, int start, int length)
        {
            norm.Append(piece);
            places.AddRange(Enumerable.Repeat((start, length), piece.Length));
        }

        var (last, at) = (SearchCharacter.Break, 0);
        Put(" ", 0, 0);
        foreach (var whole in text.EnumerateRunes())
        {
            foreach (var rune in SearchText.Compatible(whole.ToString()).EnumerateRunes())
            {
                var kind = SearchText.KindOf(rune);
                if (kind == SearchCharacter.Nothing)
                {
                    continue;
                }

                if (kind != last && norm[^1] != ' ')
                {
                    Put(" ", 0, 0);
                }

                if (kind != SearchCharacter.Break)
                {
                    Put(rune.ToString(), at, Math.Min(whole.Utf16SequenceLength, text.Length - at));
                }

                last = kind;
            }

            at += whole.Utf16SequenceLength;
        }

        Put(" ", 0, 0);
        return (norm.ToString(), places);
    }

    private static List<(string, bool)> Pieces(string text, bool[] marked)
    {
        var pieces = new List<(string, bool)>();
        for (var (start, at) = (0, 1); at <= text.Length; at++)
        {
            if (at == text.Length || marked[at] != marked[start])
            {
                pieces.Add((text[start..at], marked[start]));
                start = at;
            }
        }

        return pieces;
    }
}
