namespace Petitions.Domain.Offices;

/// <summary>A procuratorate (检察院) in the office tree.</summary>
public sealed class Office
{
    public const int CodeMax = 32;
    public const int NameMax = 120;
    public const int PrefixMax = 4;

    private Office()
    {
    }

    public Guid Id { get; private set; }

    public string Code { get; private set; } = "";

    public Guid? ParentId { get; private set; }

    public string AreaCode { get; private set; } = "";

    /// <summary>List OfficeLevel.</summary>
    public string Level { get; private set; } = "";

    public string NameZh { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    /// <summary>Short name in document numbers (某检…).</summary>
    public string ShortZh { get; private set; } = "";

    /// <summary>Letters before the public number; no O, I, L.</summary>
    public string PublicPrefix { get; private set; } = "";

    public string? AddressZh { get; private set; }

    public string? Phone { get; private set; }

    public bool Enabled { get; private set; }

    public int Version { get; private set; }

    public static Office Create(OfficeDetails details, string code, Guid? parentId, DateTime now)
    {
        var office = new Office { Id = Guid.CreateVersion7(new DateTimeOffset(now)), Code = code, ParentId = parentId, Version = 1 };
        office.Apply(details);
        return office;
    }

    /// <summary>Changes the details; the fact names what was before and after.</summary>
    public OfficeChanged Change(OfficeDetails details)
    {
        var before = NameZh;
        Apply(details);
        Version++;
        return new OfficeChanged(Id, "Office", Code, before, NameZh);
    }

    private void Apply(OfficeDetails details)
    {
        Rule.Require(details.PublicPrefix.Length is >= 2 and <= PrefixMax
            && details.PublicPrefix.All(c => c is >= 'A' and <= 'Z' && c is not ('O' or 'I' or 'L')), "office.prefix");
        AreaCode = details.AreaCode;
        Level = details.Level;
        NameZh = Rule.RequireText(details.NameZh, NameMax, "office.name");
        NameEn = Rule.RequireText(details.NameEn, NameMax, "office.name");
        ShortZh = details.ShortZh;
        PublicPrefix = details.PublicPrefix;
        AddressZh = details.AddressZh;
        Phone = details.Phone;
        Enabled = details.Enabled;
    }
}
