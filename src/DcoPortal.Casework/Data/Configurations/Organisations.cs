using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DcoPortal.Casework.Data.Configurations;

internal sealed class LocalAuthorityConfiguration : IEntityTypeConfiguration<LocalAuthority>
{
    public void Configure(EntityTypeBuilder<LocalAuthority> b)
    {
        b.ToTable("LocalAuthorities");
        b.Property(a => a.Code).HasMaxLength(3);
        b.Property(a => a.GssCode).HasMaxLength(9);
        b.Property(a => a.Name).HasMaxLength(LocalAuthority.NameLength);
        b.Property(a => a.ReferencePrefix).HasMaxLength(5);
        b.Property(a => a.SendInbox).HasMaxLength(254);
        b.Property(a => a.SendPhone).HasMaxLength(50);
        b.Property(a => a.ImportColumns).HasMaxLength(8000);
        b.HasIndex(a => a.Code).IsUnique();
        b.HasIndex(a => a.ReferencePrefix).IsUnique();
    }
}

internal sealed class IntegratedCareBoardConfiguration : IEntityTypeConfiguration<IntegratedCareBoard>
{
    public void Configure(EntityTypeBuilder<IntegratedCareBoard> b)
    {
        b.ToTable("IntegratedCareBoards");
        b.Property(i => i.OdsCode).HasMaxLength(10);
        b.Property(i => i.Name).HasMaxLength(150);
        b.Property(i => i.DcoInbox).HasMaxLength(254);
        b.Property(i => i.DcoPhone).HasMaxLength(50);
        b.Property(i => i.SendLeadEmail).HasMaxLength(254);
        b.Property(i => i.ImportColumns).HasMaxLength(8000);
        b.HasIndex(i => i.OdsCode).IsUnique();
    }
}

internal sealed class IcbCoverageConfiguration : IEntityTypeConfiguration<IcbCoverage>
{
    public void Configure(EntityTypeBuilder<IcbCoverage> b)
    {
        b.ToTable("IcbCoverages");
        b.HasKey(c => new { c.IcbId, c.LocalAuthorityId });
        b.HasOne<IntegratedCareBoard>().WithMany().HasForeignKey(c => c.IcbId);
        b.HasOne<LocalAuthority>().WithMany().HasForeignKey(c => c.LocalAuthorityId);
    }
}

internal sealed class ProviderConfiguration : IEntityTypeConfiguration<Provider>
{
    public void Configure(EntityTypeBuilder<Provider> b)
    {
        b.ToTable("Providers");
        b.Property(p => p.OdsCode).HasMaxLength(10);
        b.Property(p => p.Name).HasMaxLength(150);
        b.Property(p => p.ShortName).HasMaxLength(40);
        b.Property(p => p.FormerNames).HasMaxLength(NamesBefore.Length);
        b.Property(p => p.SendLeadEmail).HasMaxLength(254);
        b.HasOne<IntegratedCareBoard>().WithMany().HasForeignKey(p => p.IcbId);
        b.HasIndex(p => new { p.IcbId, p.OdsCode }).IsUnique();
    }
}

internal sealed class HealthServiceConfiguration : IEntityTypeConfiguration<HealthService>
{
    public void Configure(EntityTypeBuilder<HealthService> b)
    {
        b.ToTable("HealthServices");
        b.Property(s => s.Name).HasMaxLength(150);
        // the name, the provider's short name and the town, with brackets
        b.Property(s => s.DistinctName).HasMaxLength(260);
        b.Property(s => s.FormerNames).HasMaxLength(NamesBefore.Length);
        b.Property(s => s.Town).HasMaxLength(60);
        b.Property(s => s.Inbox).HasMaxLength(254);
        b.Property(s => s.Areas).HasMaxLength(400);
        b.Property(s => s.Phone).HasMaxLength(50);
        b.Property(s => s.UsualNeeds).HasMaxLength(100);
        b.HasOne<Provider>().WithMany().HasForeignKey(s => s.ProviderId);
        b.HasOne<IntegratedCareBoard>().WithMany().HasForeignKey(s => s.IcbId);
        b.HasOne<HealthService>().WithMany().HasForeignKey(s => s.CoverServiceId);
        b.HasIndex(s => new { s.IcbId, s.Name });
        b.HasIndex(s => new { s.ProviderId, s.Name, s.Town }).IsUnique();
    }
}

internal sealed class UsualTeamConfiguration : IEntityTypeConfiguration<UsualTeam>
{
    public void Configure(EntityTypeBuilder<UsualTeam> b)
    {
        b.ToTable("UsualTeams");
        b.Ignore(t => t.Tokens);
        b.Property(t => t.Name).HasMaxLength(UsualTeam.NameLength);
        b.Property(t => t.Members).HasMaxLength(1000);
        b.HasOne<IntegratedCareBoard>().WithMany().HasForeignKey(t => t.IcbId);
        b.HasIndex(t => new { t.IcbId, t.Name }).IsUnique();
    }
}

internal sealed class ProfessionalConfiguration : IEntityTypeConfiguration<Professional>
{
    public void Configure(EntityTypeBuilder<Professional> b)
    {
        b.ToTable("Professionals");
        b.Property(p => p.FullName).HasMaxLength(150);
        b.Property(p => p.FormerNames).HasMaxLength(NamesBefore.Length);
        b.Property(p => p.JobTitle).HasMaxLength(150);
        b.Property(p => p.Email).HasMaxLength(254);
        b.Property(p => p.Phone).HasMaxLength(50);
        b.Property(p => p.Regulator).HasMaxLength(20);
        b.Property(p => p.RegistrationNumber).HasMaxLength(30);
        b.HasOne<HealthService>().WithMany().HasForeignKey(p => p.ServiceId);
        b.HasOne<Provider>().WithMany().HasForeignKey(p => p.ProviderId);
        b.HasOne<IntegratedCareBoard>().WithMany().HasForeignKey(p => p.IcbId);
        b.HasOne<Professional>().WithMany().HasForeignKey(p => p.CoverProfessionalId);
        b.HasIndex(p => new { p.IcbId, p.FullName });
        b.HasIndex(p => p.Email).IsUnique();
    }
}

internal sealed class SchoolConfiguration : IEntityTypeConfiguration<School>
{
    public void Configure(EntityTypeBuilder<School> b)
    {
        b.ToTable("Schools");
        b.HasKey(s => s.Urn);
        b.Property(s => s.Urn).HasMaxLength(6);
        b.Property(s => s.Name).HasMaxLength(School.NameLength);
        b.Property(s => s.Type).HasMaxLength(100);
        b.Property(s => s.Phase).HasMaxLength(50);
        b.Property(s => s.LocalAuthorityCode).HasMaxLength(3);
        b.Property(s => s.Street).HasMaxLength(150);
        b.Property(s => s.Locality).HasMaxLength(100);
        b.Property(s => s.Town).HasMaxLength(100);
        b.Property(s => s.Postcode).HasMaxLength(10);
        b.Property(s => s.Telephone).HasMaxLength(30);
        b.Property(s => s.SearchText).HasMaxLength(School.SearchTextLength);
        // a search runs through this index alone, not through the rows
        b.HasIndex(s => new { s.IsOpen, s.SearchText });
    }
}
