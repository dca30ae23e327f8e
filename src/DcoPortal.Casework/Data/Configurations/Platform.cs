using DcoPortal.Casework.Emails;
using DcoPortal.Casework.Jobs;
using DcoPortal.Casework.Notifications;
using DcoPortal.Casework.Notifications.Importing;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DcoPortal.Casework.Data.Configurations;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> b)
    {
        // triggers of the first migrations refuse updates and deletes, whatever the code does
        b.ToTable("AuditEntries", t => t.HasTrigger("AuditEntries_Append_Only"));
        b.Property(e => e.Id).ValueGeneratedNever();
        b.Property(e => e.Fact).HasMaxLength(60);
        b.Property(e => e.Sentence).HasMaxLength(400);
        b.Property(e => e.Before).HasMaxLength(4000);
        b.Property(e => e.After).HasMaxLength(4000);
        b.Property(e => e.Reason).HasMaxLength(4000);
        b.Property(e => e.ActorName).HasMaxLength(150);
        b.Property(e => e.ActorRole).HasMaxLength(40);
        b.Property(e => e.ActorOrganisation).HasMaxLength(150);
        b.Property(e => e.AssessmentReference).HasMaxLength(20);
        b.HasIndex(e => new { e.AssessmentId, e.AtUtc });
        // searched by fact and person within the days of the log
        b.HasIndex(e => new { e.IcbId, e.AtUtc, e.Id, e.Fact, e.ActorName });
        b.HasIndex(e => new { e.IcbId, e.AssessmentReference, e.AtUtc });
        b.HasIndex(e => new { e.UserId, e.AtUtc });
        b.HasIndex(e => e.AdviceRequestId);
    }
}

internal sealed class EmailMessageConfiguration : IEntityTypeConfiguration<EmailMessage>
{
    public void Configure(EntityTypeBuilder<EmailMessage> b)
    {
        b.ToTable("Emails");
        b.Property(e => e.Id).ValueGeneratedNever();
        b.Property(e => e.UniqueKey).HasMaxLength(150);
        b.Property(e => e.Template).HasMaxLength(60);
        b.Property(e => e.To).HasMaxLength(254);
        b.Property(e => e.Subject).HasMaxLength(EmailMessage.SubjectLength);
        b.Property(e => e.Body).HasMaxLength(EmailMessage.BodyLength);
        b.Property(e => e.LastError).HasMaxLength(1000);
        b.Property(e => e.Path).HasMaxLength(200);
        b.Property(e => e.Undelivered).HasComputedColumnSql("CASE WHEN [DismissedUtc] IS NULL AND ([FailedUtc] IS NOT NULL OR [BouncedUtc] IS NOT NULL) THEN 1 END", stored: true);
        b.HasIndex(e => e.UniqueKey).IsUnique();
        // few wait at a time
        b.HasIndex(e => new { e.IcbId, e.NextAttemptUtc, e.QueuedUtc }).HasFilter("[NextAttemptUtc] IS NOT NULL");
        // wide enough to search and count the outbox without reading the texts
        b.HasIndex(e => new { e.IcbId, e.QueuedUtc, e.Id, e.SentUtc, e.FailedUtc, e.To, e.Template });
        b.HasIndex(e => new { e.IcbId, e.SentUtc, e.FailedUtc, e.BouncedUtc, e.DismissedUtc });
        b.HasIndex(e => new { e.IcbId, e.Undelivered, e.QueuedUtc, e.Id });
        b.HasIndex(e => new { e.SenderUserId, e.Undelivered, e.QueuedUtc, e.Id });
        b.HasIndex(e => new { e.AdviceRequestId, e.Undelivered });
        // few emails repeat another: unfiltered, SQLite's statistics would make its planner read the whole outbox for one repeat
        b.HasIndex(e => e.RepeatsId).HasFilter("[RepeatsId] IS NOT NULL");
        b.HasIndex(e => e.SentWithId).HasFilter("[SentWithId] IS NOT NULL");
        b.HasIndex(e => e.TogetherId).HasFilter("[TogetherId] IS NOT NULL");
    }
}

internal sealed class DigestItemConfiguration : IEntityTypeConfiguration<DigestItem>
{
    public void Configure(EntityTypeBuilder<DigestItem> b)
    {
        b.ToTable("DigestItems");
        b.Property(d => d.Id).ValueGeneratedNever();
        b.Property(d => d.UniqueKey).HasMaxLength(150);
        b.Property(d => d.Subject).HasMaxLength(200);
        b.Property(d => d.Path).HasMaxLength(200);
        b.HasIndex(d => d.UniqueKey).IsUnique();
        b.HasIndex(d => new { d.UserId, d.HeldUtc });
        b.HasIndex(d => new { d.ToldUtc, d.UserId });
    }
}

internal sealed class JobStateConfiguration : IEntityTypeConfiguration<JobState>
{
    public void Configure(EntityTypeBuilder<JobState> b)
    {
        b.ToTable("Jobs");
        b.HasKey(j => j.Name);
        b.Property(j => j.Name).HasMaxLength(60);
        b.Property(j => j.Holder).HasMaxLength(100);
        b.Property(j => j.LastError).HasMaxLength(1000);
    }
}

internal sealed class ReferenceCounterConfiguration : IEntityTypeConfiguration<ReferenceCounter>
{
    public void Configure(EntityTypeBuilder<ReferenceCounter> b)
    {
        b.ToTable("ReferenceCounters");
        b.HasKey(c => new { c.LocalAuthorityId, c.Year });
    }
}

internal sealed class ImportBatchConfiguration : IEntityTypeConfiguration<ImportBatch>
{
    public void Configure(EntityTypeBuilder<ImportBatch> b)
    {
        b.ToTable("ImportBatches");
        b.Property(i => i.FileName).HasMaxLength(150);
        b.Property(i => i.StorageKey).HasMaxLength(64);
        b.Property(i => i.UploadedByName).HasMaxLength(150);
        b.Property(i => i.Choices).HasMaxLength(ImportBatch.ChoicesLength);
        b.Property(i => i.Failure).HasMaxLength(1000);
        b.Ignore(i => i.IsByHealth).Ignore(i => i.IsTracker);
        b.HasIndex(i => new { i.LocalAuthorityId, i.UploadedUtc });
        b.HasIndex(i => new { i.IcbId, i.UploadedUtc });
        b.HasIndex(i => new { i.ConfirmedUtc, i.FinishedUtc });
        b.HasIndex(i => i.UploadedByUserId);
    }
}

internal sealed class DataProtectionKeyConfiguration : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> b)
    {
        b.ToTable("DataProtectionKeys");
        b.Property(k => k.FriendlyName).HasMaxLength(200).IsRequired();
        b.Property(k => k.Xml).HasMaxLength(8000).IsRequired();
    }
}
