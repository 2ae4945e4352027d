using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.Offices;
using Petitions.Domain.People;

namespace Petitions.Data.Mappings.Offices;

internal sealed class OfficeMapping : IEntityTypeConfiguration<Office>
{
    public void Configure(EntityTypeBuilder<Office> builder)
    {
        builder.ToTable("offices");
        builder.Property(office => office.Id).ValueGeneratedNever();
        builder.Property(office => office.Code).HasMaxLength(Office.CodeMax);
        builder.Property(office => office.NameZh).HasMaxLength(Office.NameMax);
        builder.Property(office => office.NameEn).HasMaxLength(Office.NameMax);
        builder.Property(office => office.PublicPrefix).HasMaxLength(Office.PrefixMax);
        builder.Property(office => office.Version).IsConcurrencyToken();
        builder.HasOne<Office>().WithMany().HasForeignKey(office => office.ParentId);
        builder.HasIndex(office => office.Code).IsUnique();
        builder.HasIndex(office => office.PublicPrefix).IsUnique();
    }
}

internal sealed class DepartmentMapping : IEntityTypeConfiguration<Department>
{
    public void Configure(EntityTypeBuilder<Department> builder)
    {
        builder.ToTable("departments");
        builder.Property(department => department.Id).ValueGeneratedNever();
        builder.Property(department => department.Code).HasMaxLength(Office.CodeMax);
        builder.Property(department => department.NameZh).HasMaxLength(Office.NameMax);
        builder.Property(department => department.NameEn).HasMaxLength(Office.NameMax);
        builder.Property(department => department.BusinessLines).HasMaxLength(Department.LinesMax);
        builder.Property(department => department.Version).IsConcurrencyToken();
        builder.Ignore(department => department.Lines);
        builder.HasOne<Office>().WithMany().HasForeignKey(department => department.OfficeId);
        builder.HasOne<Department>().WithMany().HasForeignKey(department => department.ParentId);
        builder.HasIndex(department => department.Code).IsUnique();
    }
}

internal sealed class ServicePointMapping : IEntityTypeConfiguration<ServicePoint>
{
    public void Configure(EntityTypeBuilder<ServicePoint> builder)
    {
        builder.ToTable("service_points");
        builder.Property(point => point.Id).ValueGeneratedNever();
        builder.Property(point => point.Code).HasMaxLength(Office.CodeMax);
        builder.Property(point => point.NameZh).HasMaxLength(Office.NameMax);
        builder.Property(point => point.NameEn).HasMaxLength(Office.NameMax);
        builder.Property(point => point.Version).IsConcurrencyToken();
        builder.HasOne<Office>().WithMany().HasForeignKey(point => point.OfficeId);
        builder.HasOne<Department>().WithMany().HasForeignKey(point => point.DepartmentId);
        builder.HasIndex(point => point.Code).IsUnique();
    }
}

internal sealed class StaffMapping : IEntityTypeConfiguration<Staff>
{
    public void Configure(EntityTypeBuilder<Staff> builder)
    {
        builder.ToTable("staff");
        builder.Property(staff => staff.Id).ValueGeneratedNever();
        builder.Property(staff => staff.Name).HasMaxLength(PersonName.Max);
        builder.Property(staff => staff.NameKey).HasMaxLength(PersonName.Max * 2);
        builder.Property(staff => staff.NameOrder).HasMaxLength(PersonName.OrderMax);
        builder.Property(staff => staff.Phone).HasMaxLength(Staff.PhoneMax);
        builder.Property(staff => staff.Version).IsConcurrencyToken();
        builder.HasOne<Office>().WithMany().HasForeignKey(staff => staff.OfficeId);
        builder.HasOne<Department>().WithMany().HasForeignKey(staff => staff.DepartmentId);
        builder.HasMany(staff => staff.Grants).WithOne().HasForeignKey(grant => grant.StaffId);
        builder.HasMany(staff => staff.Absences).WithOne().HasForeignKey(absence => absence.StaffId);
        builder.Navigation(staff => staff.Grants).HasField("grants");
        builder.Navigation(staff => staff.Absences).HasField("absences");
        builder.HasIndex(staff => staff.NameKey);
        builder.HasIndex(staff => new { staff.NameOrder, staff.Id });
        builder.HasIndex(staff => new { staff.DepartmentId, staff.Active });
    }
}

internal sealed class RoleGrantMapping : IEntityTypeConfiguration<RoleGrant>
{
    public void Configure(EntityTypeBuilder<RoleGrant> builder)
    {
        builder.ToTable("role_grants");
        builder.Property(grant => grant.Id).ValueGeneratedNever();
        builder.Property(grant => grant.Role).HasMaxLength(RoleGrant.RoleMax);
        builder.HasIndex(grant => new { grant.OfficeId, grant.Role });
    }
}

internal sealed class RoleProposalMapping : IEntityTypeConfiguration<RoleProposal>
{
    public void Configure(EntityTypeBuilder<RoleProposal> builder)
    {
        builder.ToTable("role_proposals");
        builder.Property(proposal => proposal.Id).ValueGeneratedNever();
        builder.Property(proposal => proposal.Role).HasMaxLength(RoleGrant.RoleMax);
        builder.Property(proposal => proposal.Version).IsConcurrencyToken();
        builder.HasOne<Staff>().WithMany().HasForeignKey(proposal => proposal.StaffId);
        builder.HasIndex(proposal => new { proposal.OfficeId, proposal.DecidedBy });
    }
}

internal sealed class StaffAbsenceMapping : IEntityTypeConfiguration<StaffAbsence>
{
    public void Configure(EntityTypeBuilder<StaffAbsence> builder)
    {
        builder.ToTable("staff_absences");
        builder.Property(absence => absence.Id).ValueGeneratedNever();
    }
}
