using DcoPortal.Casework.Documents;

namespace DcoPortal.Web.Features.Assessments.LogNotification;

/// <summary>The facts on the confirmation. Nothing of the child.</summary>
public sealed record LoggedNotification
{
    /// <summary>The reference.</summary>
    public required string Reference { get; init; }

    /// <summary>How the assessment began.</summary>
    public required ClockEvent StartedBy { get; init; }

    /// <summary>The authority's limits as far as they are known.</summary>
    public required AssessmentDeadlines Deadlines { get; init; }

    /// <summary>Health's limit, or null before the decision to assess.</summary>
    public Deadline? Advice { get; init; }

    /// <summary>The decision, or null.</summary>
    public AssessmentDecision? Decision { get; init; }

    /// <summary>The day of the decision, or null.</summary>
    public DateOnly? DecidedOn { get; init; }

    /// <summary>The authority for which the DCO service recorded it; null where the authority logged it itself.</summary>
    public string? RecordedFor { get; init; }

    /// <summary>Requests that wait to be sent.</summary>
    public int Prepared { get; init; }

    /// <summary>Documents sent along.</summary>
    public int Documents { get; init; }

    /// <summary>Those of them that may be about another child.</summary>
    public IReadOnlyList<FileOfAnother> OfAnother { get; init; } = [];

    /// <summary>Today in Europe/London.</summary>
    public DateOnly Today { get; init; }
}

/// <summary>Reads the confirmation.</summary>
public sealed class LoggedQuery(PortalDb db, SameFileQuery same, UkClock clock)
{
    /// <summary>The notification, or null when it is not in the person's scope.</summary>
    public async Task<LoggedNotification?> FindAsync(Guid id, CancellationToken ct)
    {
        var a = await db.Assessments.AsNoTracking().Where(a => a.Id == id)
            .Select(a => new
            {
                a.Reference,
                a.StartedBy,
                a.RequestReceivedOn,
                a.Decision,
                a.DecidedOn,
                a.AdviceRequestReceivedOn,
                RecordedFor = a.IsRecordedByHealth ? db.LocalAuthorities.Where(l => l.Id == a.LocalAuthorityId).Select(l => l.Name).First() : null,
                Prepared = db.AdviceRequests.Count(r => r.AssessmentId == a.Id),
                Documents = db.Documents.Count(d => d.AssessmentId == a.Id && d.Kind == CaseDocumentKind.FromAuthority && d.RemovedUtc == null),
            }).SingleOrDefaultAsync(ct);
        return a is null ? null : new()
        {
            Reference = a.Reference,
            StartedBy = a.StartedBy,
            Deadlines = StatutoryClock.ForAssessment(a.StartedBy, a.RequestReceivedOn, Assessment.ToldWillAssessOn(a.Decision, a.DecidedOn)).GivenDraft(null, clock.Today),
            Advice = a.AdviceRequestReceivedOn is { } received ? StatutoryClock.ForHealthAdvice(received) : null,
            Decision = a.Decision,
            DecidedOn = a.DecidedOn,
            RecordedFor = a.RecordedFor,
            Prepared = a.Prepared,
            Documents = a.Documents,
            OfAnother = a.Documents == 0 ? [] : await same.FromAuthorityAsync(id, ct),
            Today = clock.Today,
        };
    }
}
