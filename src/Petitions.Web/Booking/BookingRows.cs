using Microsoft.Extensions.Localization;
using Petitions.Domain.Appointments;
using Petitions.Services.Appointments;
using Petitions.Web.Display;
using Petitions.Web.TagHelpers;
using Petitions.Web.Texts;

namespace Petitions.Web.Booking;

/// <summary>The answers of a booking before it is sent, each with the way to change it.</summary>
public static class BookingRows
{
    public static IReadOnlyList<AnswerRow> Of(BookingAnswers answers, BookingChoices choices, IStringLocalizer<BookingTexts> texts, Dates dates)
    {
        var (start, reason, time, people) = (BookingSteps.Path(BookingStep.Start), BookingSteps.Path(BookingStep.Reason), BookingSteps.Path(BookingStep.Time), BookingSteps.Path(BookingStep.People));
        List<AnswerRow> rows =
        [
            new(texts["office"], choices.OfficeName(answers.OfficeId), start),
            new(texts["form"], texts[$"form.{answers.Form}"], start),
            new(texts["reason"], answers.Reason is { } code ? choices.Label("PetitionCategory", code) : texts["reason.not-sure"], reason),
            new(texts["topic"], answers.Topic, reason),
            new(texts["time"], Time(answers, choices, texts, dates), time),
            new(texts["people.name"], answers.Booker.Name, people),
            new(texts["people.phone"], answers.Booker.Phone, people),
            new(texts["people.email"], answers.Booker.Email, people),
        ];
        if (answers.Form == AppointmentForm.NamedOfficer)
        {
            rows.Insert(2, new AnswerRow(texts["officer"], answers.OfficerName, reason));
        }

        if (answers.MatterNumber is { } number)
        {
            rows.Add(new AnswerRow(texts["matter.legend"], number, reason));
        }

        if (answers.Form == AppointmentForm.HomeVisit)
        {
            rows.Add(new AnswerRow(texts["people.address"], answers.Booker.Address, people));
        }

        if (answers.Form == AppointmentForm.Video)
        {
            rows.Add(new AnswerRow(texts["point"], choices.PointName(answers.ServicePointId), time));
        }

        if (answers.Others.Count > 0)
        {
            rows.Add(new AnswerRow(texts["people.others"], string.Join('\n', answers.Others), people));
        }

        if (answers.Needs.Count > 0)
        {
            rows.Add(new AnswerRow(texts["needs"], choices.Labels("SpecialNeed", answers.Needs), people));
        }

        return rows;
    }

    private static string Time(BookingAnswers answers, BookingChoices choices, IStringLocalizer<BookingTexts> texts, Dates dates) => answers switch
    {
        { Waits: true } => texts["check.waits"],
        { StartsAt: { } at } => dates.Moment(at),
        _ => string.Join('\n', answers.Wishes.Select((wish, at) => texts["check.wish", at + 1, choices.Wish(wish.Day, wish.Half, null)].Value)),
    };
}
