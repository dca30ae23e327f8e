using DcoPortal.Casework.Audit;
using DcoPortal.Domain.Assessments;

namespace DcoPortal.Tests.Support;

/// <summary>Audit rows for arranging a case straight in the database.</summary>
internal static class Facts
{
    public static AuditEntry About(CaseKeys keys) => new()
    {
        Id = Guid.CreateVersion7(),
        ActionId = Guid.CreateVersion7(),
        AtUtc = new DateTime(2026, 11, 21, 12, 0, 0, DateTimeKind.Utc),
        Fact = "Arranged",
        Sentence = "Arranged by a test",
        ActorName = "Test",
        ActorRole = "System",
        ActorOrganisation = "Test",
        AssessmentId = keys.AssessmentId,
        AssessmentReference = keys.Reference,
        LocalAuthorityId = keys.LocalAuthorityId,
        IcbId = keys.IcbId,
    };
}
