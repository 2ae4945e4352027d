using Petitions.Domain.People;

namespace Petitions.Domain.Receptions;

/// <summary>
/// A person of a visit (来访人). Numbers, telephone and address stay encrypted and are found by keyed blind index only. A
/// row belongs to one visit: there is no file on a person and no mark on one (domain.md 3.6).
/// </summary>
public sealed class ReceptionVisitor
{
    private ReceptionVisitor()
    {
    }

    public Guid Id { get; private set; }

    public Guid ReceptionId { get; private set; }

    public string Relation { get; private set; } = "";

    public string? Name { get; private set; }

    public string NameKey { get; private set; } = "";

    public string? Identity { get; private set; }

    public byte[]? IdNumberIndex { get; private set; }

    public byte[]? PhoneIndex { get; private set; }

    public int? BirthYear { get; private set; }

    /// <summary>Whom a lawyer or agent speaks for (代理的当事人); null for who speaks for himself.</summary>
    public string? ActsFor { get; private set; }

    /// <param name="place">His place in the party, from 0. Keys of one millisecond have no order: each stands a millisecond after the one before, so that whoever speaks for the party is always read first.</param>
    internal static ReceptionVisitor Create(Guid receptionId, VisitorDetails details, int place, DateTime now)
    {
        var visitor = new ReceptionVisitor { Id = Guid.CreateVersion7(new DateTimeOffset(now).AddMilliseconds(place)), ReceptionId = receptionId };
        visitor.Apply(details);
        return visitor;
    }

    /// <exception cref="RuleBrokenException">reception.acts-for</exception>
    internal void SpeakFor(string? principal) => ActsFor = Rule.RequireText(principal, PersonName.Max, "reception.acts-for");

    internal void Apply(VisitorDetails details)
    {
        Relation = details.Relation;
        Name = details.Name is null ? null : Rule.RequireText(details.Name, PersonName.Max, "reception.visitor-name");
        NameKey = PersonName.Key(details.Name);
        Identity = details.EncryptedIdentity;
        IdNumberIndex = details.IdNumberIndex;
        PhoneIndex = details.PhoneIndex;
        BirthYear = details.BirthYear;
    }
}
