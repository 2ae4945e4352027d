using Petitions.Domain.Commitments;
using Petitions.Services.Commitments;
using Petitions.Web.Display;
using Petitions.Web.Forms;

namespace Petitions.Web.Areas.Casework.Forms;

/// <summary>The offer of a commitment: a day for each promise of the office that is made, and those asked of the petitioner.</summary>
public sealed class CommitmentForm
{
    /// <summary>Days as typed; an empty one promises nothing.</summary>
    public string? FirstContact { get; set; }

    public string? NamedPerson { get; set; }

    public string? ProceduralReply { get; set; }

    public string? WrittenAnswer { get; set; }

    public List<PromiseKind> Petitioner { get; set; } = [];

    public string? EndOn { get; set; }

    /// <summary>Words beside a promise the petitioner kept.</summary>
    public string? Note { get; set; }

    /// <summary>The days of the office by field.</summary>
    internal IReadOnlyList<(string Field, PromiseKind Kind, string? Typed)> Days =>
    [
        (nameof(FirstContact), PromiseKind.FirstContact, FirstContact),
        (nameof(NamedPerson), PromiseKind.NamedPerson, NamedPerson),
        (nameof(ProceduralReply), PromiseKind.ProceduralReply, ProceduralReply),
        (nameof(WrittenAnswer), PromiseKind.WrittenAnswer, WrittenAnswer),
    ];

    /// <summary>Filled with what the office offers to everybody.</summary>
    public static CommitmentForm Of(CommitmentOffer? offer)
    {
        string? Day(PromiseKind kind) => offer?.Office.FirstOrDefault(promise => promise.Kind == kind) is { } found ? Dates.Machine(found.DueOn) : null;
        return new CommitmentForm
        {
            FirstContact = Day(PromiseKind.FirstContact),
            NamedPerson = Day(PromiseKind.NamedPerson),
            ProceduralReply = Day(PromiseKind.ProceduralReply),
            WrittenAnswer = Day(PromiseKind.WrittenAnswer),
            Petitioner = [.. offer?.Petitioner ?? []],
            EndOn = offer is null ? null : Dates.Machine(offer.EndOn),
        };
    }

    /// <summary>Days that are none were refused before.</summary>
    public OfferCommitment ToRequest(string number) => new(number, new CommitmentOffer
    {
        Office = [.. Days.Where(day => !string.IsNullOrWhiteSpace(day.Typed)).Select(day => new OfficePromise(day.Kind, DateText.Parse(day.Typed)!.Value))],
        Petitioner = [.. Petitioner.Distinct()],
        EndOn = DateText.Parse(EndOn)!.Value,
    });

    public static string FieldOf(string code) => code switch
    {
        "commitment.office-none" or "commitment.due" => nameof(FirstContact),
        "commitment.already-named" => nameof(NamedPerson),
        "commitment.petitioner-none" => nameof(Petitioner),
        "commitment.end" => nameof(EndOn),
        _ => "",
    };
}
