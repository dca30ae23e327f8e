using DcoPortal.Domain.Notes;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DcoPortal.Casework.Data.Configurations;

internal sealed class CaseNoteConfiguration : IEntityTypeConfiguration<CaseNote>
{
    public void Configure(EntityTypeBuilder<CaseNote> b)
    {
        b.ToTable("Notes");
        b.Property(n => n.Id).ValueGeneratedNever();
        b.Ignore(n => n.Keys);
        b.Property(n => n.AssessmentReference).HasMaxLength(20);
        b.Property(n => n.AuthorName).HasMaxLength(150);
        b.Property(n => n.DoneByName).HasMaxLength(150);
        b.Property(n => n.Text).HasMaxLength(CaseNote.TextLength);
        b.HasOne<Assessment>().WithMany().HasForeignKey(n => n.AssessmentId);
        b.HasIndex(n => new { n.AssessmentId, n.WrittenUtc });
        b.HasIndex(n => new { n.LocalAuthorityId, n.Side, n.DoneUtc, n.RemindOn });
        b.HasIndex(n => new { n.IcbId, n.Side, n.DoneUtc, n.RemindOn });
    }
}
