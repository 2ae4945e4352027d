using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.Appointments;
using Petitions.Domain.JointVisits;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Domain.Receptions;

namespace Petitions.Data.Mappings.JointVisits;

internal sealed class JointVisitMapping : IEntityTypeConfiguration<JointVisit>
{
    public void Configure(EntityTypeBuilder<JointVisit> builder)
    {
        builder.ToTable("joint_visits");
        builder.Property(visit => visit.Id).ValueGeneratedNever();
        builder.Property(visit => visit.Version).IsConcurrencyToken();
        builder.Property(visit => visit.TriggerKey).HasMaxLength(JointVisit.KeyMax);
        builder.Property(visit => visit.Purpose).HasMaxLength(JointVisit.PurposeMax);
        builder.Property(visit => visit.Brief).HasMaxLength(JointVisit.BriefMax);
        builder.Property(visit => visit.VideoLink).HasMaxLength(JointVisit.LinkMax);
        builder.Property(visit => visit.ToldPlan).HasMaxLength(JointVisit.PlanMax);
        builder.Property(visit => visit.EndReason).HasMaxLength(JointVisit.ReasonMax);
        builder.Property(visit => visit.AttendanceJson).HasMaxLength(JointVisit.AttendanceMax);
        builder.Property(visit => visit.MinutesDigest).HasMaxLength(JointVisit.DigestLength);
        builder.Ignore(visit => visit.Attendance);
        builder.Ignore(visit => visit.Chair);
        builder.Ignore(visit => visit.IsOpen);
        builder.Ignore(visit => visit.MayWrite);
        builder.Ignore(visit => visit.Plan);
        builder.HasOne<Office>().WithMany().HasForeignKey(visit => visit.OfficeId);
        builder.HasMany(visit => visit.Cases).WithOne().HasForeignKey(each => each.JointVisitId);
        builder.HasMany(visit => visit.Seats).WithOne().HasForeignKey(seat => seat.JointVisitId);
        builder.HasMany(visit => visit.Places).WithOne().HasForeignKey(place => place.JointVisitId);
        builder.Navigation(visit => visit.Cases).HasField("cases");
        builder.Navigation(visit => visit.Seats).HasField("seats");
        builder.Navigation(visit => visit.Places).HasField("places");

        // The same reason proposes a matter once, whichever node finds it first; the same form sent twice proposes once.
        builder.HasIndex(visit => visit.TriggerKey).IsUnique();
        builder.HasIndex(visit => visit.SubmissionKey).IsUnique();

        // The list: what is open first by its day, then by when it was proposed.
        builder.HasIndex(visit => new { visit.OfficeId, visit.State, visit.ProposedAt, visit.Id });
    }
}

internal sealed class JointCaseMapping : IEntityTypeConfiguration<JointCase>
{
    public void Configure(EntityTypeBuilder<JointCase> builder)
    {
        builder.ToTable("joint_cases");
        builder.HasKey(each => new { each.JointVisitId, each.PetitionId });
        builder.HasOne<Petition>().WithMany().HasForeignKey(each => each.PetitionId).OnDelete(DeleteBehavior.Restrict);

        // All tables of a matter, for its timeline; and one open table for a matter at a time, whoever writes first.
        builder.HasIndex(each => each.PetitionId);
        builder.HasIndex(each => each.PetitionId, "ux_joint_cases_open").IsUnique().HasFilter("\"open\"");
    }
}

internal sealed class JointSeatMapping : IEntityTypeConfiguration<JointSeat>
{
    public void Configure(EntityTypeBuilder<JointSeat> builder)
    {
        builder.ToTable("joint_seats");
        builder.Property(seat => seat.Id).ValueGeneratedNever();
        builder.Property(seat => seat.Version).IsConcurrencyToken();
        builder.Property(seat => seat.OrganKind).HasMaxLength(JointSeat.CodeMax);
        builder.Property(seat => seat.Organ).HasMaxLength(JointSeat.OrganMax);
        builder.Property(seat => seat.PersonName).HasMaxLength(PersonName.Max);
        builder.Property(seat => seat.Bring).HasMaxLength(JointSeat.BringMax);
        builder.Property(seat => seat.EncryptedContact).HasMaxLength(JointSeat.ContactMax);
        builder.Property(seat => seat.AbsenceReason).HasMaxLength(JointSeat.ReasonMax);
        builder.Ignore(seat => seat.IsOrgan);
        builder.Ignore(seat => seat.IsGuest);
        builder.Ignore(seat => seat.KeepsContact);
        builder.Ignore(seat => seat.GivesView);
        builder.Ignore(seat => seat.Signs);
        builder.HasOne<Department>().WithMany().HasForeignKey(seat => seat.DepartmentId);
        builder.HasOne<Staff>().WithMany().HasForeignKey(seat => seat.StaffId);
        builder.HasIndex(seat => seat.StaffId);
    }
}

internal sealed class JointPlaceMapping : IEntityTypeConfiguration<JointPlace>
{
    public void Configure(EntityTypeBuilder<JointPlace> builder)
    {
        builder.ToTable("joint_places");
        builder.Property(place => place.Id).ValueGeneratedNever();
        builder.Property(place => place.Name).HasMaxLength(JointPlace.NameMax);
        builder.Property(place => place.Link).HasMaxLength(JointVisit.LinkMax);
        builder.HasOne<Room>().WithMany().HasForeignKey(place => place.RoomId);
        builder.HasOne<RoomBooking>().WithMany().HasForeignKey(place => place.BookingId);
    }
}

internal sealed class JointAgendaItemMapping : IEntityTypeConfiguration<JointAgendaItem>
{
    public void Configure(EntityTypeBuilder<JointAgendaItem> builder)
    {
        builder.ToTable("joint_agenda_items");
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.Version).IsConcurrencyToken();
        builder.Property(item => item.Title).HasMaxLength(JointAgendaItem.TitleMax);
        builder.HasOne<JointVisit>().WithMany().HasForeignKey(item => item.JointVisitId);
        builder.HasIndex(item => new { item.JointVisitId, item.Position }).IsUnique();
    }
}

internal sealed class MinutesParagraphMapping : IEntityTypeConfiguration<MinutesParagraph>
{
    public void Configure(EntityTypeBuilder<MinutesParagraph> builder)
    {
        builder.ToTable("joint_minutes");
        builder.Property(paragraph => paragraph.Id).ValueGeneratedNever();
        builder.Property(paragraph => paragraph.Version).IsConcurrencyToken();
        builder.Property(paragraph => paragraph.Text).HasMaxLength(MinutesParagraph.TextMax);
        builder.HasOne<JointVisit>().WithMany().HasForeignKey(paragraph => paragraph.JointVisitId);

        // Two who add a paragraph at the same moment do not add it at the same place.
        builder.HasIndex(paragraph => new { paragraph.JointVisitId, paragraph.Position }).IsUnique();
    }
}

internal sealed class JointSignatureMapping : IEntityTypeConfiguration<JointSignature>
{
    public void Configure(EntityTypeBuilder<JointSignature> builder)
    {
        builder.ToTable("joint_signatures");
        builder.Property(signature => signature.Id).ValueGeneratedNever();
        builder.Property(signature => signature.SignerName).HasMaxLength(PersonName.Max);
        builder.Property(signature => signature.Drawing).HasMaxLength(PenDrawing.TextMax);
        builder.Property(signature => signature.Digest).HasMaxLength(JointVisit.DigestLength);
        builder.Property(signature => signature.Note).HasMaxLength(JointSignature.NoteMax);
        builder.Property(signature => signature.Witness).HasMaxLength(PersonName.Max);
        builder.HasOne<JointVisit>().WithMany().HasForeignKey(signature => signature.JointVisitId);
        builder.HasIndex(signature => new { signature.JointVisitId, signature.Round, signature.SeatId }).IsUnique();
    }
}

internal sealed class JointMeasureMapping : IEntityTypeConfiguration<JointMeasure>
{
    public void Configure(EntityTypeBuilder<JointMeasure> builder)
    {
        builder.ToTable("joint_measures");
        builder.Property(measure => measure.Id).ValueGeneratedNever();
        builder.Property(measure => measure.Version).IsConcurrencyToken();
        builder.Property(measure => measure.Text).HasMaxLength(JointMeasure.TextMax);
        builder.Property(measure => measure.ProofWanted).HasMaxLength(JointMeasure.WantedMax);
        builder.Property(measure => measure.Result).HasMaxLength(JointMeasure.ProofMax);
        builder.HasOne<JointVisit>().WithMany().HasForeignKey(measure => measure.JointVisitId);
        builder.HasIndex(measure => new { measure.JointVisitId, measure.Number }).IsUnique();

        // What the watch over open measures asks every day.
        builder.HasIndex(measure => new { measure.State, measure.DueOn });
    }
}

internal sealed class JointPaperMapping : IEntityTypeConfiguration<JointPaper>
{
    public void Configure(EntityTypeBuilder<JointPaper> builder)
    {
        builder.ToTable("joint_papers");
        builder.Property(paper => paper.Id).ValueGeneratedNever();
        builder.Property(paper => paper.SealedName).HasMaxLength(JointPaper.NameMax);
        builder.Property(paper => paper.Type).HasMaxLength(JointSeat.CodeMax);
        builder.Property(paper => paper.Sha256).HasMaxLength(JointVisit.DigestLength);
        builder.Ignore(paper => paper.IsOpenable);
        builder.HasOne<JointVisit>().WithMany().HasForeignKey(paper => paper.JointVisitId);

        // The same bytes of one guest are kept once.
        builder.HasIndex(paper => new { paper.JointVisitId, paper.SeatId, paper.MeasureId, paper.Sha256 });
    }
}

internal sealed class JointGuestPassMapping : IEntityTypeConfiguration<JointGuestPass>
{
    public void Configure(EntityTypeBuilder<JointGuestPass> builder)
    {
        builder.ToTable("joint_guest_passes");
        builder.Property(pass => pass.Id).ValueGeneratedNever();
        builder.Property(pass => pass.Version).IsConcurrencyToken();
        builder.HasOne<JointVisit>().WithMany().HasForeignKey(pass => pass.JointVisitId);
        builder.HasIndex(pass => pass.TokenHash).IsUnique();
        builder.HasIndex(pass => pass.HolderHash).IsUnique();
        builder.HasIndex(pass => new { pass.JointVisitId, pass.SeatId });
    }
}

internal sealed class JointGuestAttemptMapping : IEntityTypeConfiguration<JointGuestAttempt>
{
    public void Configure(EntityTypeBuilder<JointGuestAttempt> builder)
    {
        builder.ToTable("joint_guest_attempts");
        builder.Property(attempt => attempt.Id).ValueGeneratedNever();
        builder.HasOne<JointGuestPass>().WithMany().HasForeignKey(attempt => attempt.PassId);
        builder.HasIndex(attempt => new { attempt.JointVisitId, attempt.At });
    }
}
