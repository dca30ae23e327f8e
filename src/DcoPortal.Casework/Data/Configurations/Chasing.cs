using DcoPortal.Domain.Escalations;
using DcoPortal.Domain.Ladder;
using DcoPortal.Domain.Questions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DcoPortal.Casework.Data.Configurations;

internal sealed class ChaseConfiguration : IEntityTypeConfiguration<Chase>
{
    public void Configure(EntityTypeBuilder<Chase> b)
    {
        b.ToTable("Chases", t => t.HasTrigger("Chases_Append_Only"));
        b.Property(c => c.Id).ValueGeneratedNever();
        b.Property(c => c.AssessmentReference).HasMaxLength(20);
        b.Property(c => c.UniqueKey).HasMaxLength(150);
        b.Property(c => c.Template).HasMaxLength(60);
        b.Property(c => c.Recipient).HasMaxLength(254);
        b.Property(c => c.Note).HasMaxLength(Chase.NoteLength);
        b.Property(c => c.ByName).HasMaxLength(150);
        b.HasOne<AdviceRequest>().WithMany().HasForeignKey(c => c.AdviceRequestId);
        b.HasOne<Assessment>().WithMany().HasForeignKey(c => c.AssessmentId);
        b.HasIndex(c => c.UniqueKey).IsUnique();
        b.HasIndex(c => new { c.AdviceRequestId, c.AtUtc });
        b.HasIndex(c => new { c.IcbId, c.AtUtc });
    }
}

internal sealed class EscalationConfiguration : IEntityTypeConfiguration<Escalation>
{
    public void Configure(EntityTypeBuilder<Escalation> b)
    {
        b.ToTable("Escalations");
        b.Property(e => e.Id).ValueGeneratedNever();
        b.Property(e => e.ToName).HasMaxLength(150);
        b.Property(e => e.RaisedByName).HasMaxLength(150);
        b.Ignore(e => e.IsAwaited);
        b.Property(e => e.AnsweredByName).HasMaxLength(150);
        b.Property(e => e.WithdrawnByName).HasMaxLength(150);
        b.Property(e => e.Reason).HasMaxLength(Escalation.TextLength);
        b.Property(e => e.Answer).HasMaxLength(Escalation.TextLength);
        b.HasOne<AdviceRequest>().WithMany().HasForeignKey(e => e.AdviceRequestId);
        b.HasOne<Assessment>().WithMany().HasForeignKey(e => e.AssessmentId);
        b.HasIndex(e => e.AdviceRequestId);
        b.HasIndex(e => new { e.ToUserId, e.AnsweredUtc, e.WithdrawnUtc, e.RaisedUtc });
        b.HasIndex(e => new { e.RaisedByUserId, e.AnsweredUtc, e.WithdrawnUtc, e.RaisedUtc });
        b.HasIndex(e => new { e.IcbId, e.AnsweredUtc, e.WithdrawnUtc, e.RaisedUtc });
    }
}

internal sealed class CaseQuestionConfiguration : IEntityTypeConfiguration<CaseQuestion>
{
    public void Configure(EntityTypeBuilder<CaseQuestion> b)
    {
        b.ToTable("Questions");
        b.Property(q => q.Id).ValueGeneratedNever();
        b.Ignore(q => q.Keys).Ignore(q => q.IsAnswered);
        b.Property(q => q.AssessmentReference).HasMaxLength(20);
        b.Property(q => q.ClosedByName).HasMaxLength(150);
        b.HasOne<Assessment>().WithMany().HasForeignKey(q => q.AssessmentId);
        b.HasMany(q => q.Messages).WithOne().HasForeignKey(m => m.QuestionId);
        b.Navigation(q => q.Messages).UsePropertyAccessMode(PropertyAccessMode.Field);
        b.HasIndex(q => new { q.AssessmentId, q.AskedUtc });
        b.HasIndex(q => new { q.LocalAuthorityId, q.ClosedUtc, q.WaitsFor, q.LastSaidUtc });
        b.HasIndex(q => new { q.IcbId, q.ClosedUtc, q.WaitsFor, q.LastSaidUtc });
    }
}

internal sealed class QuestionMessageConfiguration : IEntityTypeConfiguration<QuestionMessage>
{
    public void Configure(EntityTypeBuilder<QuestionMessage> b)
    {
        b.ToTable("QuestionMessages");
        b.Property(m => m.Id).ValueGeneratedNever();
        b.Property(m => m.Text).HasMaxLength(CaseQuestion.TextLength);
        b.Property(m => m.ByName).HasMaxLength(150);
        b.HasIndex(m => new { m.QuestionId, m.AtUtc });
    }
}

internal sealed class LadderSettingConfiguration : IEntityTypeConfiguration<LadderSetting>
{
    public void Configure(EntityTypeBuilder<LadderSetting> b)
    {
        b.ToTable("LadderSettings");
        b.Property(l => l.Id).ValueGeneratedNever();
        b.Ignore(l => l.Ladder);
        b.Property(l => l.Steps).HasMaxLength(400);
        b.HasOne<IntegratedCareBoard>().WithMany().HasForeignKey(l => l.IcbId);
        b.HasOne<HealthService>().WithMany().HasForeignKey(l => l.ServiceId);
        b.HasIndex(l => l.IcbId);
    }
}
