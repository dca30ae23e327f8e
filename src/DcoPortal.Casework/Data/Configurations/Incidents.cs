using DcoPortal.Domain.Incidents;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DcoPortal.Casework.Data.Configurations;

internal sealed class IncidentConfiguration : IEntityTypeConfiguration<Incident>
{
    public void Configure(EntityTypeBuilder<Incident> b)
    {
        b.ToTable("Incidents");
        b.Property(i => i.Id).ValueGeneratedNever();
        b.Ignore(i => i.Keys);
        b.Property(i => i.AssessmentReference).HasMaxLength(20);
        b.Property(i => i.What).HasMaxLength(Incident.TextLength);
        b.Property(i => i.RecordedByName).HasMaxLength(200);
        b.Property(i => i.ClosedByName).HasMaxLength(200);
        b.HasOne<Assessment>().WithMany().HasForeignKey(i => i.AssessmentId);
        b.HasOne<AdviceRequest>().WithMany().HasForeignKey(i => i.AdviceRequestId);
        b.HasOne<Withdrawal>().WithMany().HasForeignKey(i => i.WithdrawalId);
        b.HasMany(i => i.Entries).WithOne().HasForeignKey(e => e.IncidentId);
        b.Navigation(i => i.Entries).UsePropertyAccessMode(PropertyAccessMode.Field);
        // the open ones first, the latest found first
        b.HasIndex(i => new { i.IcbId, i.ClosedUtc, i.FoundOn });
    }
}

internal sealed class IncidentEntryConfiguration : IEntityTypeConfiguration<IncidentEntry>
{
    public void Configure(EntityTypeBuilder<IncidentEntry> b)
    {
        b.ToTable("IncidentEntries");
        b.Property(e => e.Id).ValueGeneratedNever();
        b.Property(e => e.Text).HasMaxLength(Incident.TextLength);
        b.Property(e => e.ByName).HasMaxLength(200);
        b.HasOne<Assessment>().WithMany().HasForeignKey(e => e.AssessmentId);
        b.HasIndex(e => new { e.IncidentId, e.AtUtc });
    }
}
