namespace Petitions.Domain.Facts;

/// <summary>Whether the petitioner sees a fact: with its standard text, with a public text only, or never (list FactVisibility).</summary>
public enum FactVisibility
{
    No,
    Text,
    Yes,
}
