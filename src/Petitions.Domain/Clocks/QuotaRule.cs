using System.Globalization;
using Petitions.Domain.Reference;

namespace Petitions.Domain.Clocks;

/// <summary>One version of a number, limit or switch of the office (quotas_and_rules.csv).</summary>
public sealed class QuotaRule
{
    private QuotaRule()
    {
    }

    public Guid Id { get; private set; }

    public string RuleId { get; private set; } = "";

    public int Version { get; private set; }

    public string NameZh { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    public string Kind { get; private set; } = "";

    public string Procedure { get; private set; } = "";

    public string AppliesTo { get; private set; } = "";

    public string ValueType { get; private set; } = "";

    public string Value { get; private set; } = "";

    public string Unit { get; private set; } = "";

    public string ResponsibleRole { get; private set; } = "";

    public IReadOnlyList<string> OnBreach { get; private set; } = [];

    public bool Enabled { get; private set; }

    public DateOnly? ValidFrom { get; private set; }

    public DateOnly? ValidTo { get; private set; }

    public IReadOnlyList<string> SourceKeys { get; private set; } = [];

    public string LegalBasis { get; private set; } = "";

    public string Evidence { get; private set; } = "";

    public string Note { get; private set; } = "";

    public static QuotaRule FromRow(IReadOnlyDictionary<string, string> row, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        RuleId = row["id"],
        Version = RowValues.Int(row, "version"),
        NameZh = row["name_zh"],
        NameEn = row["name_en"],
        Kind = row["kind"],
        Procedure = row["procedure"],
        AppliesTo = row["applies_to"],
        ValueType = row["value_type"],
        Value = row["value"],
        Unit = row["unit"],
        ResponsibleRole = row["responsible_role"],
        OnBreach = RowValues.Codes(row, "on_breach"),
        Enabled = RowValues.Bool(row, "enabled_default"),
        ValidFrom = RowValues.DateOrNull(row, "valid_from"),
        ValidTo = RowValues.DateOrNull(row, "valid_to"),
        SourceKeys = RowValues.Codes(row, "source_key"),
        LegalBasis = row["legal_basis"],
        Evidence = row["evidence"],
        Note = row["note"],
    };

    /// <summary>Makes the next version with another value; this one ends the day before.</summary>
    /// <exception cref="RuleBrokenException">clock-rule.valid-from, quota.value, clock-rule.basis.</exception>
    public (QuotaRule Next, SettingChanged Fact) Revise(string value, DateOnly validFrom, string legalBasis, DateTime now)
    {
        Rule.Require(ValidFrom is null || validFrom > ValidFrom, "clock-rule.valid-from");
        Rule.Require(Fits(value.Trim()), "quota.value");
        var next = (QuotaRule)MemberwiseClone();
        next.Id = Guid.CreateVersion7(new DateTimeOffset(now));
        next.Version = Version + 1;
        next.Value = value.Trim();
        next.ValidFrom = validFrom;
        next.ValidTo = null;
        next.LegalBasis = Rule.RequireText(legalBasis, ReferenceItem.TextMax, "clock-rule.basis");
        ValidTo = validFrom.AddDays(-1);
        return (next, new SettingChanged(Id, RuleId, Value, next.Value));
    }

    private bool Fits(string value) => ValueType switch
    {
        "Integer" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _),
        "IntegerList" => value.Split('|').All(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _)),
        "Decimal" => decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _),
        "Boolean" => value is "true" or "false",
        _ => value.Length is > 0 and <= 100,
    };

    public bool IsValidOn(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || day <= ValidTo);

    public bool AppliesToSubject(ClockSubject subject) => Clocks.AppliesTo.Parse(AppliesTo).Matches(subject);

    public int AsInteger() => int.Parse(Typed("Integer"), CultureInfo.InvariantCulture);

    public IReadOnlyList<int> AsIntegers() => RowValues.Ints(Typed("IntegerList"));

    public decimal AsDecimal() => decimal.Parse(Typed("Decimal"), CultureInfo.InvariantCulture);

    public bool AsBoolean() => Typed("Boolean") == "true";

    public string AsCode() => Typed("Code");

    private string Typed(string type)
    {
        Rule.Require(ValueType == type, "quota.wrong-value-type");
        return Value;
    }
}
