using Petitions.Domain.Reference;

namespace Petitions.Domain.Clocks;

/// <summary>One version of a deadline rule (期限规则). A changed rule is a new version; running clocks keep theirs.</summary>
public sealed class ClockRule
{
    private AppliesTo? applies;

    private ClockRule()
    {
    }

    public Guid Id { get; private set; }

    public string RuleId { get; private set; } = "";

    public int Version { get; private set; }

    public string NameZh { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    public string Procedure { get; private set; } = "";

    public string Track { get; private set; } = "";

    public string AppliesTo { get; private set; } = "";

    public string StartEvent { get; private set; } = "";

    public IReadOnlyList<string> StopEvents { get; private set; } = [];

    public IReadOnlyList<string> CancelEvents { get; private set; } = [];

    public bool DueFromFact { get; private set; }

    public int Amount { get; private set; }

    public ClockUnit Unit { get; private set; }

    public ClockRoll Roll { get; private set; }

    public bool Pausable { get; private set; }

    public IReadOnlyList<string> PauseReasons { get; private set; } = [];

    public int? ExtensionAmount { get; private set; }

    public ClockUnit? ExtensionUnit { get; private set; }

    public int ExtensionTimes { get; private set; }

    public string? ExtensionApproverRole { get; private set; }

    public bool NoticeToPetitionerOnExtension { get; private set; }

    public IReadOnlyList<int> WarnDays { get; private set; } = [];

    public IReadOnlyList<string> Escalation { get; private set; } = [];

    public string ResponsibleRole { get; private set; } = "";

    public IReadOnlyList<string> OnOverdue { get; private set; } = [];

    public IReadOnlyList<string> ExemptWhen { get; private set; } = [];

    public bool Enabled { get; private set; }

    public DateOnly? ValidFrom { get; private set; }

    public DateOnly? ValidTo { get; private set; }

    public IReadOnlyList<string> SourceKeys { get; private set; } = [];

    public string LegalBasis { get; private set; } = "";

    public string Evidence { get; private set; } = "";

    public string Note { get; private set; } = "";

    public static ClockRule FromRow(IReadOnlyDictionary<string, string> row, DateTime now)
    {
        var rule = new ClockRule
        {
            Id = Guid.CreateVersion7(now),
            RuleId = row["id"],
            Version = RowValues.Int(row, "version"),
            NameZh = row["name_zh"],
            NameEn = row["name_en"],
            Procedure = row["procedure"],
            Track = row["track"],
            AppliesTo = row["applies_to"],
            StartEvent = row["start_event"],
            StopEvents = RowValues.Codes(row, "stop_events"),
            CancelEvents = RowValues.Codes(row, "cancel_events"),
            DueFromFact = RowValues.Bool(row, "due_from_fact"),
            Amount = RowValues.Int(row, "amount"),
            Unit = Enum.Parse<ClockUnit>(row["unit"]),
            Roll = Enum.Parse<ClockRoll>(row["roll"]),
            Pausable = RowValues.Bool(row, "pausable"),
            PauseReasons = RowValues.Codes(row, "pause_reasons"),
            ExtensionAmount = RowValues.IntOrNull(row, "extension_amount"),
            ExtensionUnit = row["extension_unit"].Length == 0 ? null : Enum.Parse<ClockUnit>(row["extension_unit"]),
            ExtensionTimes = RowValues.Int(row, "extension_times"),
            ExtensionApproverRole = row["extension_approver_role"].Length == 0 ? null : row["extension_approver_role"],
            NoticeToPetitionerOnExtension = RowValues.Bool(row, "notice_to_petitioner_on_extension"),
            WarnDays = RowValues.Ints(row["warn_days"]),
            Escalation = RowValues.Codes(row, "escalation"),
            ResponsibleRole = row["responsible_role"],
            OnOverdue = RowValues.Codes(row, "on_overdue"),
            ExemptWhen = RowValues.Codes(row, "exempt_when"),
            Enabled = RowValues.Bool(row, "enabled_default"),
            ValidFrom = RowValues.DateOrNull(row, "valid_from"),
            ValidTo = RowValues.DateOrNull(row, "valid_to"),
            SourceKeys = RowValues.Codes(row, "source_key"),
            LegalBasis = row["legal_basis"],
            Evidence = row["evidence"],
            Note = row["note"],
        };
        rule.applies = Clocks.AppliesTo.Parse(rule.AppliesTo);   // an unreadable rule is refused when it is loaded
        return rule;
    }

    /// <summary>Makes the next version; this one ends the day before. Running clocks keep the version they began under.</summary>
    /// <exception cref="RuleBrokenException">clock-rule.valid-from, clock-rule.amount, clock-rule.warn-days, clock-rule.basis.</exception>
    public (ClockRule Next, ClockRuleChanged Fact) Revise(ClockRuleChange change, DateTime now)
    {
        Rule.Require(ValidFrom is null || change.ValidFrom > ValidFrom, "clock-rule.valid-from");
        Rule.Require(change.Amount is >= 0 and <= 3650, "clock-rule.amount");
        Rule.Require(change.WarnDays.All(days => days is >= 0 and <= 3650), "clock-rule.warn-days");
        var next = (ClockRule)MemberwiseClone();
        next.Id = Guid.CreateVersion7(new DateTimeOffset(now));
        next.Version = Version + 1;
        next.Amount = change.Amount;
        next.WarnDays = [.. change.WarnDays.Distinct().OrderDescending()];
        next.Enabled = change.Enabled;
        next.ValidFrom = change.ValidFrom;
        next.ValidTo = null;
        next.LegalBasis = Rule.RequireText(change.LegalBasis, ReferenceItem.TextMax, "clock-rule.basis");
        ValidTo = change.ValidFrom.AddDays(-1);
        return (next, new ClockRuleChanged(Id, RuleId, Version, next.Version, Summary, next.Summary));
    }

    private string Summary => $"{Amount} {Unit}; {string.Join('|', WarnDays)}; {(Enabled ? "on" : "off")}";

    public bool IsValidOn(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || day <= ValidTo);

    public bool AppliesToSubject(ClockSubject subject) => Expression.Matches(subject);

    /// <summary>The rule's reason that frees this matter, or null.</summary>
    public string? ExemptReasonFor(ClockSubject subject) => ExemptWhen.FirstOrDefault(subject.IsExempt);

    internal AppliesTo Expression => applies ??= Clocks.AppliesTo.Parse(AppliesTo);
}
