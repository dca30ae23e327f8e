using DcoPortal.Casework.Figures;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DcoPortal.Casework.Data.Configurations;

internal sealed class ReportedFiguresConfiguration : IEntityTypeConfiguration<ReportedFigures>
{
    public void Configure(EntityTypeBuilder<ReportedFigures> b)
    {
        b.ToTable("ReportedFigures", t => t.HasTrigger("ReportedFigures_Append_Only"));
        b.Property(f => f.Id).ValueGeneratedNever();
        b.Property(f => f.Figures).HasColumnType(null).HasMaxLength(2_000_000);
        b.Property(f => f.ReportedByName).HasMaxLength(200);
        b.HasOne<IntegratedCareBoard>().WithMany().HasForeignKey(f => f.IcbId);
        // a period is reported once, by its two days: a month and a quarter may begin on one
        b.HasIndex(f => new { f.IcbId, f.From, f.To }).IsUnique();
    }
}
