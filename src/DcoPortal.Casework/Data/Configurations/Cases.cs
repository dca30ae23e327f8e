using DcoPortal.Domain.Exemptions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DcoPortal.Casework.Data.Configurations;

internal sealed class AssessmentConfiguration : IEntityTypeConfiguration<Assessment>
{
    public void Configure(EntityTypeBuilder<Assessment> b)
    {
        b.ToTable("Assessments");
        b.Property(a => a.Id).ValueGeneratedNever();
        b.Property(a => a.Reference).HasMaxLength(20);
        b.Property(a => a.AuthorityReference).HasMaxLength(50);
        b.Property(a => a.PrimaryNeed).HasMaxLength(10);
        b.Property(a => a.Reasons).HasMaxLength(4000);
        b.Property(a => a.SearchText).HasMaxLength(Assessment.SearchTextLength);
        b.Property(a => a.ChildNhsNumber).HasMaxLength(10);
        b.Property(a => a.ChildUpn).HasMaxLength(13);
        b.Property(a => a.ChildMatchKey).HasMaxLength(250);
        b.Property(a => a.ToCorrectText).HasMaxLength(Assessment.ToCorrectLength);
        b.Property(a => a.AllNilReason).HasMaxLength(4000);
        b.Property(a => a.AllNilDecidedByName).HasMaxLength(200);
        b.Ignore(a => a.Keys).Ignore(a => a.HealthNotifications).Ignore(a => a.Details).Ignore(a => a.BeforeMerge).Ignore(a => a.ToCorrect).Ignore(a => a.DealtWithCells);
        b.ComplexProperty(a => a.Child, c =>
        {
            c.Ignore(x => x.DisplayName).Ignore(x => x.Names).Ignore(x => x.FullName).Ignore(x => x.MatchKey).Ignore(x => x.LikeKeys).Ignore(x => x.NameKeys);
            // the authority with the date of birth is indexed by hand in the migrations: an index of the model cannot hold a part of a complex property
            c.Property(x => x.LegalSurname).HasMaxLength(ChildOrYoungPerson.NameLength);
            c.Property(x => x.Forenames).HasMaxLength(ChildOrYoungPerson.NameLength);
            c.Property(x => x.KnownAs).HasMaxLength(ChildOrYoungPerson.NameLength);
            c.Property(x => x.FormerNames).HasMaxLength(ChildOrYoungPerson.FormerNamesLength);
            c.Property(x => x.Sex).HasMaxLength(20);
            c.Property(x => x.NhsNumber).HasMaxLength(10);
            c.Property(x => x.Upn).HasMaxLength(13);
            c.Property(x => x.Address).HasMaxLength(400);
            c.Property(x => x.Postcode).HasMaxLength(8);
            c.Property(x => x.Interpreter).HasMaxLength(100);
            c.Property(x => x.CommunicationNeeds).HasMaxLength(1000);
            c.Property(x => x.GpPracticeCode).HasMaxLength(10);
        });
        b.ComplexProperty(a => a.Family, f =>
        {
            f.Property(x => x.ParentName).HasMaxLength(200);
            f.Property(x => x.ParentEmail).HasMaxLength(254);
            f.Property(x => x.ParentPhone).HasMaxLength(50);
            f.Property(x => x.SecondParentName).HasMaxLength(200);
            f.Property(x => x.SecondParentContact).HasMaxLength(400);
            f.Property(x => x.YoungPersonEmail).HasMaxLength(254);
            f.Property(x => x.YoungPersonPhone).HasMaxLength(50);
            f.Property(x => x.Views).HasMaxLength(4000);
            f.Ignore(x => x.Wish);
            f.Property(x => x.DoNotShareWith).HasMaxLength(1000);
            f.Property(x => x.SharingConsent).HasMaxLength(1000);
            f.Property(x => x.SharingSaidBy).HasMaxLength(200);
        });
        b.ComplexProperty(a => a.Setting, s =>
        {
            s.Property(x => x.Name).HasMaxLength(200);
            s.Property(x => x.Urn).HasMaxLength(6);
            s.Property(x => x.YearGroup).HasMaxLength(30);
            s.Property(x => x.SencoContact).HasMaxLength(400);
        });
        b.HasOne<LocalAuthority>().WithMany().HasForeignKey(a => a.LocalAuthorityId);
        b.HasOne<IntegratedCareBoard>().WithMany().HasForeignKey(a => a.IcbId);
        b.HasIndex(a => a.Reference).IsUnique();
        b.HasIndex(a => new { a.LocalAuthorityId, a.AuthorityReference }).IsUnique();
        b.HasIndex(a => new { a.LocalAuthorityId, a.RequestReceivedOn, a.Reference });
        b.HasIndex(a => new { a.IcbId, a.RequestReceivedOn, a.Reference });
        // what counts and orders a worklist stays in its index
        b.HasIndex(a => new { a.IcbId, a.TriagedUtc, a.RequestReceivedOn, a.Outcome, a.Decision, a.AdviceRequestReceivedOn, a.DecisionDueOn, a.Reference, a.MergedIntoId });
        b.HasIndex(a => new { a.IcbId, a.Outcome, a.FinalPlanDueOn });
        // plans by the day they were issued
        b.HasIndex(a => new { a.IcbId, a.OutcomeOn, a.Outcome, a.FinalPlanDueOn, a.LocalAuthorityId, a.MergedIntoId });
        b.HasIndex(a => new { a.LocalAuthorityId, a.OutcomeOn, a.Outcome, a.FinalPlanDueOn, a.IcbId, a.MergedIntoId });
        b.HasIndex(a => new { a.LocalAuthorityId, a.Outcome, a.FinalPlanDueOn, a.Decision, a.OwnerUserId, a.MergedIntoId });
        b.HasIndex(a => new { a.IcbId, a.ToCorrectCount }).HasFilter("[ToCorrectCount] IS NOT NULL");
        b.HasIndex(a => new { a.LocalAuthorityId, a.ToCorrectCount }).HasFilter("[ToCorrectCount] IS NOT NULL");
        // without those who have none: they are many, and nobody looks for them by it
        b.HasIndex(a => a.ChildNhsNumber).HasFilter("[ChildNhsNumber] IS NOT NULL");
        b.HasIndex(a => a.ChildUpn).HasFilter("[ChildUpn] IS NOT NULL");
        b.HasIndex(a => a.ChildMatchKey);
        // everybody of one name, whenever born
        b.HasIndex(a => new { a.LocalAuthorityId, a.ChildMatchKey });
        b.HasOne<Assessment>().WithMany().HasForeignKey(a => a.MergedIntoId);
        // one index counts, orders and pages the assessment list: order columns first, then the columns it is filtered by
        b.HasIndex(a => new { a.IcbId, a.FinalPlanDueOn, a.Reference, a.Outcome, a.Decision, a.PrimaryNeed, a.LocalAuthorityId, a.MergedIntoId });
        b.HasIndex(a => new { a.LocalAuthorityId, a.FinalPlanDueOn, a.Reference, a.Outcome, a.Decision, a.PrimaryNeed, a.IcbId, a.MergedIntoId });
        b.HasIndex(a => new { a.IcbId, a.Reference });
        b.HasIndex(a => new { a.LocalAuthorityId, a.Reference });
        b.HasIndex(a => new { a.LocalAuthorityId, a.OwnerUserId, a.Outcome, a.FinalPlanDueOn, a.Decision, a.DecisionDueOn, a.HealthToldOfOutcomeOn, a.MergedIntoId });
        // the search for part of a name scans this index, not the table
        b.HasIndex(a => new { a.IcbId, a.SearchText, a.MergedIntoId });
        b.HasIndex(a => new { a.LocalAuthorityId, a.SearchText, a.MergedIntoId });
    }
}

internal sealed class InvolvedProfessionalConfiguration : IEntityTypeConfiguration<InvolvedProfessional>
{
    public void Configure(EntityTypeBuilder<InvolvedProfessional> b)
    {
        b.ToTable("InvolvedProfessionals");
        b.Property(p => p.Name).HasMaxLength(200);
        b.Property(p => p.ServiceName).HasMaxLength(200);
        b.Property(p => p.ProviderName).HasMaxLength(200);
        b.Property(p => p.Contact).HasMaxLength(400);
        b.Property(p => p.LastSeen).HasMaxLength(100);
        b.Property(p => p.NotAskedReason).HasMaxLength(InvolvedProfessional.ReasonLength);
        b.Property(p => p.NotAskedByName).HasMaxLength(200);
        b.Ignore(p => p.Words).Ignore(p => p.AskedThrough).Ignore(p => p.BeforeMerge);
        b.HasOne<Assessment>().WithMany().HasForeignKey(p => p.AssessmentId);
        b.HasOne<Professional>().WithMany().HasForeignKey(p => p.ProfessionalId);
        b.HasOne<HealthService>().WithMany().HasForeignKey(p => p.ServiceId);
        b.HasIndex(p => new { p.AssessmentId, p.Position });
    }
}

internal sealed class AdviceRequestConfiguration : IEntityTypeConfiguration<AdviceRequest>
{
    public void Configure(EntityTypeBuilder<AdviceRequest> b)
    {
        b.ToTable("AdviceRequests");
        b.Property(r => r.Id).ValueGeneratedNever();
        b.Ignore(r => r.Deadline).Ignore(r => r.Keys).Ignore(r => r.KeyBeforeEnd).Ignore(r => r.BeforeMerge).Ignore(r => r.WhyLate).Ignore(r => r.IsInstead);
        b.HasMany(r => r.Moves).WithOne().HasForeignKey(m => m.AdviceRequestId);
        b.Navigation(r => r.Moves).UsePropertyAccessMode(PropertyAccessMode.Field);
        b.HasMany(r => r.Answers).WithOne().HasForeignKey(a => a.AdviceRequestId);
        b.Navigation(r => r.Answers).UsePropertyAccessMode(PropertyAccessMode.Field);
        b.Property(r => r.AssessmentReference).HasMaxLength(20);
        b.Property(r => r.CoveringNote).HasMaxLength(AdviceRequest.NoteLength);
        b.Property(r => r.DuplicateKey).HasMaxLength(100);
        b.Property(r => r.SubmittedByName).HasMaxLength(200);
        b.Property(r => r.NilNote).HasMaxLength(AdviceRequest.NoteLength);
        b.Property(r => r.SentBackComment).HasMaxLength(AdviceRequest.NoteLength);
        b.Property(r => r.CloseReason).HasMaxLength(AdviceRequest.NoteLength);
        b.Property(r => r.GivenBackReason).HasMaxLength(AdviceRequest.NoteLength);
        b.Property(r => r.AcknowledgedByName).HasMaxLength(200);
        b.Property(r => r.LateNote).HasMaxLength(WhyLate.NoteLength);
        b.HasOne<Assessment>().WithMany().HasForeignKey(r => r.AssessmentId);
        b.HasOne<Provider>().WithMany().HasForeignKey(r => r.ProviderId);
        b.HasOne<HealthService>().WithMany().HasForeignKey(r => r.ServiceId);
        b.HasOne<HealthService>().WithMany().HasForeignKey(r => r.CoverForServiceId);
        b.HasOne<Professional>().WithMany().HasForeignKey(r => r.ProfessionalId);
        b.HasIndex(r => new { r.AssessmentId, r.DuplicateKey }).IsUnique();
        // open requests by due date; the columns behind it let a count by person or filter stay in the index
        b.HasIndex(r => new { r.IcbId, r.EndedUtc, r.DueOn, r.Stage, r.Kind, r.CaseEndedOn });
        b.HasIndex(r => new { r.LocalAuthorityId, r.EndedUtc, r.DueOn, r.Stage, r.Kind, r.IcbId, r.CaseEndedOn });
        b.HasIndex(r => new { r.ServiceId, r.EndedUtc, r.DueOn, r.Stage, r.Kind, r.IcbId, r.LocalAuthorityId, r.ProfessionalId, r.ShownToService, r.CaseEndedOn });
        b.HasIndex(r => new { r.ProfessionalId, r.EndedUtc, r.DueOn, r.Stage });
        b.HasIndex(r => new { r.ProviderId, r.EndedUtc, r.DueOn, r.Stage, r.Kind, r.IcbId, r.LocalAuthorityId, r.CaseEndedOn });
        // what Chase counts and what Check orders, of the few requests where they stand now
        b.HasIndex(r => new { r.IcbId, r.ServiceId, r.ProviderId, r.DueOn, r.Kind, r.SentUtc, r.SentBackUtc, r.HasExemption, r.PromisedOn, r.AcknowledgedUtc, r.FirstOpenedUtc, r.CoverForServiceId, r.LastChasedUtc, r.SharingDoubtUtc, r.CaseEndedOn, r.WantedByOn, r.Stage })
            .HasDatabaseName("IX_AdviceRequests_WithService").HasFilter("[Stage] IN ('WithService', 'Reopened')");
        b.HasIndex(r => new { r.IcbId, r.AssessmentId, r.AssessmentReference, r.DueOn, r.SubmittedUtc, r.Stage })
            .HasDatabaseName("IX_AdviceRequests_Answered").HasFilter("[Stage] IN ('ToCheck', 'ToReturn')");
        // the few that were returned before and need a new version or an addendum
        b.HasIndex(r => new { r.IcbId, r.SentBackUtc, r.ServiceId }).HasDatabaseName("IX_AdviceRequests_Reopened").HasFilter("[Stage] = 'Reopened'");
        b.HasIndex(r => new { r.IcbId, r.UnsettledUtc }).HasFilter("[UnsettledUtc] IS NOT NULL");
        b.HasIndex(r => new { r.IcbId, r.SharingDoubtUtc }).HasFilter("[SharingDoubtUtc] IS NOT NULL");
        // what a service answered lately
        b.HasIndex(r => new { r.ServiceId, r.SubmittedOn });
        // returned advice by the day it was returned
        b.HasIndex(r => new { r.IcbId, r.ReturnedUtc, r.Stage, r.Kind });
        b.HasIndex(r => new { r.LocalAuthorityId, r.ReturnedUtc, r.Stage, r.Kind });
        // open and ended requests in the order of a list
        b.HasIndex(r => new { r.IcbId, r.DueOn, r.AssessmentReference, r.Id, r.EndedUtc, r.Stage });
        b.HasIndex(r => new { r.LocalAuthorityId, r.DueOn, r.AssessmentReference, r.Id, r.EndedUtc, r.Stage });
        b.HasIndex(r => new { r.IcbId, r.AssessmentReference, r.DueOn, r.Id, r.EndedUtc, r.Stage });
        b.HasIndex(r => new { r.LocalAuthorityId, r.AssessmentReference, r.DueOn, r.Id, r.EndedUtc, r.Stage });
        // what fell due in a period and what became of it: figures read nothing but this range
        b.HasIndex(r => new { r.IcbId, r.DueOn, r.Became, r.BecameOn, r.CaseEndedOn, r.InsteadOfId, r.ExcusedBy, r.ProviderId, r.ServiceId, r.LocalAuthorityId, r.AssessmentId, r.ReceivedByHealthOn, r.AskedOn, r.OpenedOn, r.AnsweredOn, r.FirstNilReason, r.LateReason, r.Stage })
            .HasDatabaseName("IX_AdviceRequests_Figures").HasFilter("[Kind] = 'Statutory'");
        b.HasIndex(r => new { r.LocalAuthorityId, r.DueOn, r.Became, r.BecameOn, r.CaseEndedOn, r.InsteadOfId, r.ExcusedBy, r.ProviderId, r.ServiceId, r.IcbId, r.AssessmentId, r.ReceivedByHealthOn, r.AskedOn, r.OpenedOn, r.AnsweredOn, r.FirstNilReason, r.LateReason, r.Stage })
            .HasDatabaseName("IX_AdviceRequests_FiguresOfAuthority").HasFilter("[Kind] = 'Statutory'");
        b.HasIndex(r => new { r.ServiceId, r.DueOn }).HasDatabaseName("IX_AdviceRequests_FiguresOfService").HasFilter("[Kind] = 'Statutory'");
    }
}

internal sealed class MoveMadeConfiguration : IEntityTypeConfiguration<MoveMade>
{
    public void Configure(EntityTypeBuilder<MoveMade> b)
    {
        b.ToTable("RequestMoves", t => t.HasTrigger("RequestMoves_Append_Only"));
        b.Property(m => m.Id).ValueGeneratedNever();
        b.Property(m => m.ByName).HasMaxLength(200);
        b.Property(m => m.Because).HasMaxLength(AdviceRequest.NoteLength);
        b.Property(m => m.SentBack).HasColumnType(null).HasMaxLength(SentBackAnswer.StoredLength);
        b.HasOne<Assessment>().WithMany().HasForeignKey(m => m.AssessmentId);
        b.HasOne<HealthService>().WithMany().HasForeignKey(m => m.ServiceId);
        b.HasOne<Professional>().WithMany().HasForeignKey(m => m.ProfessionalId);
        b.HasIndex(m => new { m.AdviceRequestId, m.Number }).IsUnique();
    }
}

// the parts of advice are as long where they are returned as where they are written
internal static class AdviceText
{
    public const string Hash = "TextHash";

    public static void In<T>(EntityTypeBuilder<T> b)
        where T : class, IAdviceText
    {
        b.Property(r => r.Summary).HasMaxLength(AdviceResponse.SummaryLength);
        b.Property(r => r.Basis).HasMaxLength(AdviceResponse.SummaryLength);
        b.Property(r => r.Needs).HasMaxLength(AdviceResponse.TextLength);
        b.Property(r => r.Outcomes).HasMaxLength(AdviceResponse.TextLength);
        b.Property(r => r.Provision).HasMaxLength(AdviceResponse.TextLength);
        b.Property(r => r.Author).HasMaxLength(400);
        // whether another child's advice says the very same: kept by every save
        b.Property<string?>(Hash).HasMaxLength(64);
        b.HasIndex("IcbId", Hash);
    }
}

internal sealed class AdviceResponseConfiguration : IEntityTypeConfiguration<AdviceResponse>
{
    public void Configure(EntityTypeBuilder<AdviceResponse> b)
    {
        b.ToTable("AdviceResponses");
        b.Property(r => r.Id).ValueGeneratedNever();
        b.Ignore(r => r.Others);
        b.Property(r => r.OthersText).HasMaxLength(AdviceResponse.OthersLength);
        AdviceText.In(b);
        b.HasOne<AdviceRequest>().WithOne().HasForeignKey<AdviceResponse>(r => r.Id);
        b.HasOne<Assessment>().WithMany().HasForeignKey(r => r.AssessmentId);
    }
}

internal sealed class ReturnedAnswerConfiguration : IEntityTypeConfiguration<ReturnedAnswer>
{
    public void Configure(EntityTypeBuilder<ReturnedAnswer> b)
    {
        b.ToTable("ReturnedAnswers");
        b.Property(r => r.Id).ValueGeneratedNever();
        b.Property(r => r.SubmittedByName).HasMaxLength(200);
        b.Property(r => r.NilNote).HasMaxLength(AdviceRequest.NoteLength);
        AdviceText.In(b);
        b.HasOne<Assessment>().WithMany().HasForeignKey(r => r.AssessmentId);
        b.HasIndex(r => new { r.AdviceRequestId, r.Kind, r.Number }).IsUnique();
        b.HasIndex(r => r.AssessmentId);
    }
}

internal sealed class WithdrawalConfiguration : IEntityTypeConfiguration<Withdrawal>
{
    public void Configure(EntityTypeBuilder<Withdrawal> b)
    {
        b.ToTable("Withdrawals");
        b.Property(w => w.Id).ValueGeneratedNever();
        b.Property(w => w.FileName).HasMaxLength(CaseDocument.NameLength);
        b.Property(w => w.Words).HasMaxLength(Withdrawal.WordsLength);
        b.Property(w => w.RestoredBecause).HasMaxLength(Withdrawal.WordsLength);
        b.Property(w => w.ByName).HasMaxLength(200);
        b.HasOne<AdviceRequest>().WithMany().HasForeignKey(w => w.AdviceRequestId);
        b.HasOne<Assessment>().WithMany().HasForeignKey(w => w.AssessmentId);
        b.HasOne<ReturnedAnswer>().WithMany().HasForeignKey(w => w.AnswerId);
        b.HasOne<CaseDocument>().WithMany().HasForeignKey(w => w.DocumentId);
    }
}

internal sealed class ExemptionConfiguration : IEntityTypeConfiguration<Exemption>
{
    public void Configure(EntityTypeBuilder<Exemption> b)
    {
        b.ToTable("Exemptions");
        b.Property(e => e.Id).ValueGeneratedNever();
        b.Ignore(e => e.Stands);
        b.Property(e => e.Evidence).HasMaxLength(Exemption.NoteLength);
        b.Property(e => e.Impractical).HasMaxLength(Exemption.NoteLength);
        b.Property(e => e.DecidedByName).HasMaxLength(200);
        b.Property(e => e.RecordedByName).HasMaxLength(200);
        b.Property(e => e.WithdrawnReason).HasMaxLength(Exemption.NoteLength);
        b.HasOne<AdviceRequest>().WithMany().HasForeignKey(e => e.AdviceRequestId);
        b.HasOne<Assessment>().WithMany().HasForeignKey(e => e.AssessmentId);
        // the families not told yet, for the worklists of the authority and of the board
        b.HasIndex(e => new { e.LocalAuthorityId, e.FamilyToldOn });
        b.HasIndex(e => new { e.IcbId, e.FamilyToldOn });
    }
}

internal sealed class CaseDocumentConfiguration : IEntityTypeConfiguration<CaseDocument>
{
    public void Configure(EntityTypeBuilder<CaseDocument> b)
    {
        b.ToTable("Documents");
        b.Property(d => d.Id).ValueGeneratedNever();
        b.Property(d => d.StorageKey).HasMaxLength(64);
        b.Property(d => d.FileName).HasMaxLength(CaseDocument.NameLength);
        b.Property(d => d.ContentType).HasMaxLength(100);
        b.Property(d => d.Sha256).HasMaxLength(64);
        b.Property(d => d.ScanVerdict).HasMaxLength(20);
        b.Property(d => d.Notice).HasMaxLength(CaseDocument.NoticeLength);
        b.Property(d => d.UploadedByName).HasMaxLength(200);
        b.Property(d => d.Mentions).HasMaxLength(Domain.Identifiers.Mentions.StoredLength);
        b.HasOne<Assessment>().WithMany().HasForeignKey(d => d.AssessmentId);
        b.HasOne<AdviceRequest>().WithMany().HasForeignKey(d => d.AdviceRequestId);
        b.HasOne<ReturnedAnswer>().WithMany().HasForeignKey(d => d.ReturnedAnswerId);
        b.HasOne<CarriedAnswer>().WithMany().HasForeignKey(d => d.CarriedAnswerId);
        b.HasIndex(d => new { d.AssessmentId, d.Kind });
        b.HasIndex(d => d.AdviceRequestId);
        // the copies of one file, where a case went on elsewhere
        b.HasIndex(d => d.StorageKey);
        // whether another child has the very same file
        b.HasIndex(d => new { d.IcbId, d.Sha256 });
    }
}

internal sealed class CaseTieConfiguration : IEntityTypeConfiguration<CaseTie>
{
    public void Configure(EntityTypeBuilder<CaseTie> b)
    {
        b.ToTable("CaseTies");
        b.Property(t => t.Id).ValueGeneratedNever();
        b.Property(t => t.Reference).HasMaxLength(20);
        b.Property(t => t.OtherReference).HasMaxLength(20);
        b.Ignore(t => t.Decision);
        b.Property(t => t.PairKey).HasMaxLength(41);
        b.Property(t => t.Reason).HasMaxLength(CaseTie.ReasonLength);
        b.Property(t => t.DecidedByName).HasMaxLength(150);
        b.Property(t => t.Before).HasColumnType(null).HasMaxLength(CaseTie.BeforeLength);
        b.HasOne<Assessment>().WithMany().HasForeignKey(t => t.AssessmentId);
        b.HasOne<Assessment>().WithMany().HasForeignKey(t => t.OtherId);
        b.HasIndex(t => t.PairKey).IsUnique();
        // where a merged reference went
        b.HasIndex(t => t.OtherReference);
    }
}

internal sealed class CaseTransferConfiguration : IEntityTypeConfiguration<CaseTransfer>
{
    public void Configure(EntityTypeBuilder<CaseTransfer> b)
    {
        b.ToTable("CaseTransfers");
        b.Property(t => t.Id).ValueGeneratedNever();
        b.Ignore(t => t.From).Ignore(t => t.To).Ignore(t => t.IsToAuthority);
        b.Property(t => t.FromReference).HasMaxLength(20);
        b.Property(t => t.FromAuthorityReference).HasMaxLength(50);
        b.Property(t => t.ToReference).HasMaxLength(20);
        b.Property(t => t.Reason).HasMaxLength(CaseTransfer.ReasonLength);
        b.Property(t => t.AnswerReason).HasMaxLength(CaseTransfer.ReasonLength);
        b.Property(t => t.SentByName).HasMaxLength(150);
        b.Property(t => t.SentByOrganisation).HasMaxLength(150);
        b.Property(t => t.AnsweredByName).HasMaxLength(150);
        b.Property(t => t.ChildName).HasMaxLength((2 * ChildOrYoungPerson.NameLength) + 1);
        b.Property(t => t.ChildPostcode).HasMaxLength(8);
        b.HasOne<Assessment>().WithMany().HasForeignKey(t => t.FromId);
        b.HasOne<Assessment>().WithMany().HasForeignKey(t => t.ToId);
        b.HasOne<LocalAuthority>().WithMany().HasForeignKey(t => t.FromAuthorityId);
        b.HasOne<LocalAuthority>().WithMany().HasForeignKey(t => t.ToAuthorityId);
        b.HasOne<IntegratedCareBoard>().WithMany().HasForeignKey(t => t.FromIcbId);
        b.HasOne<IntegratedCareBoard>().WithMany().HasForeignKey(t => t.ToIcbId);
        b.HasIndex(t => t.LiveKey).IsUnique();
        b.HasIndex(t => t.RootId);
        // what waits to be taken
        b.HasIndex(t => new { t.ToAuthorityId, t.State, t.SentUtc });
        b.HasIndex(t => new { t.ToIcbId, t.State, t.SentUtc });
    }
}

internal sealed class CarriedAnswerConfiguration : IEntityTypeConfiguration<CarriedAnswer>
{
    public void Configure(EntityTypeBuilder<CarriedAnswer> b)
    {
        b.ToTable("CarriedAnswers");
        b.Property(c => c.Id).ValueGeneratedNever();
        b.Property(c => c.ServiceName).HasMaxLength(260);
        b.Property(c => c.ProviderName).HasMaxLength(200);
        b.Property(c => c.ProviderOdsCode).HasMaxLength(10);
        b.Property(c => c.BoardName).HasMaxLength(200);
        b.Property(c => c.SubmittedByName).HasMaxLength(200);
        b.Property(c => c.NilNote).HasMaxLength(AdviceRequest.NoteLength);
        AdviceText.In(b);
        b.HasOne<Assessment>().WithMany().HasForeignKey(c => c.AssessmentId);
        b.HasOne<ReturnedAnswer>().WithMany().HasForeignKey(c => c.SourceAnswerId);
        b.HasOne<AdviceRequest>().WithMany().HasForeignKey(c => c.SourceRequestId);
    }
}
