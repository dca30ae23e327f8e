using DcoPortal.Casework.Accounts;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DcoPortal.Casework.Data.Configurations;

internal sealed class PortalUserConfiguration : IEntityTypeConfiguration<PortalUser>
{
    public void Configure(EntityTypeBuilder<PortalUser> b)
    {
        b.ToTable("Users");
        // stored as ticks, because SQLite cannot compare a DateTimeOffset; UserManager keeps it, and nothing filters on it
        b.Property(u => u.LockoutEnd).HasConversion<long?>(v => v == null ? null : v.Value.UtcTicks, v => v == null ? null : new DateTimeOffset(v.Value, TimeSpan.Zero));
        b.Property(u => u.DisplayName).HasMaxLength(150);
        b.Property(u => u.OrganisationName).HasMaxLength(150);
        b.Property(u => u.UserName).HasMaxLength(254);
        b.Property(u => u.NormalizedUserName).HasMaxLength(254);
        b.Property(u => u.Email).HasMaxLength(254);
        b.Property(u => u.NormalizedEmail).HasMaxLength(254);
        b.Property(u => u.PhoneNumber).HasMaxLength(50);
        b.HasOne<Professional>().WithMany().HasForeignKey(u => u.ProfessionalId);
        b.Property(u => u.CalendarTokenHash).HasMaxLength(64);
        b.HasIndex(u => u.CalendarTokenHash);
        b.HasIndex(u => new { u.IcbId, u.DisplayName });
        b.HasIndex(u => new { u.LocalAuthorityId, u.DisplayName });
    }
}

internal sealed class UserServiceConfiguration : IEntityTypeConfiguration<UserService>
{
    public void Configure(EntityTypeBuilder<UserService> b)
    {
        b.ToTable("UserServices");
        b.HasKey(s => new { s.UserId, s.ServiceId });
        b.HasOne<PortalUser>().WithMany().HasForeignKey(s => s.UserId);
        b.HasOne<HealthService>().WithMany().HasForeignKey(s => s.ServiceId);
    }
}

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> b)
    {
        b.ToTable("Invitations");
        b.Property(i => i.Email).HasMaxLength(254);
        b.Property(i => i.DisplayName).HasMaxLength(150);
        b.Property(i => i.OrganisationName).HasMaxLength(150);
        b.Property(i => i.ServiceIds).HasMaxLength(1000);
        b.Property(i => i.TokenHash).HasMaxLength(64);
        b.Property(i => i.InvitedByName).HasMaxLength(150);
        b.HasIndex(i => i.TokenHash).IsUnique();
        b.HasIndex(i => new { i.IcbId, i.CreatedUtc });
        b.HasIndex(i => new { i.LocalAuthorityId, i.CreatedUtc });
    }
}

internal sealed class DraftConfiguration : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> b)
    {
        b.ToTable("Drafts");
        b.Property(d => d.Kind).HasMaxLength(50);
        b.Property(d => d.Json).HasColumnType(null).HasMaxLength(400_000);
        b.HasOne<PortalUser>().WithMany().HasForeignKey(d => d.UserId);
        b.HasIndex(d => new { d.UserId, d.Kind, d.SavedUtc });
        b.HasIndex(d => d.SavedUtc);
    }
}
