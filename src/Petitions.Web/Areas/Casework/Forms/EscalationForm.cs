using Petitions.Domain.JointVisits;
using Petitions.Web.Forms;

namespace Petitions.Web.Areas.Casework.Forms;

/// <summary>Escalation of a matter: what is proposed, how it was sent, what was answered; each form of the page sends its own fields.</summary>
public sealed class EscalationForm
{
    public string? Receiver { get; set; }

    public string? Committee { get; set; }

    public string? Summary { get; set; }

    public string? Question { get; set; }

    public string? Way { get; set; }

    public string? AnsweredOn { get; set; }

    public string? Answer { get; set; }

    // Null until bound: the binder makes the list, and fills none that is there.
    public IReadOnlyList<Row>? Measures { get; set; }

    public IReadOnlyList<NewEscalationMeasure> ToMeasures() =>
        [.. (Measures ?? []).Where(row => !string.IsNullOrWhiteSpace(row.Text) || !string.IsNullOrWhiteSpace(row.Owner)).Select(row => new NewEscalationMeasure(row.Text, row.Owner, DateText.Parse(row.DueOn)))];

    public static string FieldOf(string code) => code switch
    {
        "escalation.receiver" => nameof(Receiver),
        "escalation.committee" => nameof(Committee),
        "transfer.extract" or "transfer.identity-in-extract" => nameof(Summary),
        "petition.reason" => nameof(Question),
        "escalation.way" => nameof(Way),
        "escalation.answer" => nameof(Answer),
        "escalation.answered-on" => nameof(AnsweredOn),
        _ => "",
    };

    public sealed class Row
    {
        public string? Text { get; set; }

        public string? Owner { get; set; }

        public string? DueOn { get; set; }
    }
}
