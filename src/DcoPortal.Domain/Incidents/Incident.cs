using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Facts;
using DcoPortal.Domain.Requests;

namespace DcoPortal.Domain.Incidents;

/// <summary>
/// The record of information that reached somebody it was not for: what happened, when it was found, what was done and who closed it.
/// Entries are added and never changed. The DCO service keeps it; nobody else reads it.
/// </summary>
public sealed class Incident : IMovesWithCase, IAudited, IVersioned
{
    /// <summary>Longest text, in characters.</summary>
    public const int TextLength = 2000;

    /// <summary>Hours within which a breach that is likely to harm somebody is reported to the Information Commissioner (UK GDPR article 33(1)).</summary>
    public const int HoursToReport = 72;

    private readonly List<IncidentEntry> _entries = [];

    private Incident() { }

    /// <summary>Records an incident.</summary>
    /// <param name="request">The request with which it happened.</param>
    /// <param name="withdrawalId">The withdrawal that came of it, or null.</param>
    /// <param name="foundOn">The day it was found (Europe/London).</param>
    /// <param name="what">What happened.</param>
    /// <param name="byName">The person who records it.</param>
    /// <param name="utc">Now, UTC.</param>
    public Incident(AdviceRequest request, Guid? withdrawalId, DateOnly foundOn, string what, string byName, DateTime utc)
    {
        Id = Guid.CreateVersion7();
        AdviceRequestId = request.Id;
        AssessmentId = request.AssessmentId;
        AssessmentReference = request.AssessmentReference;
        LocalAuthorityId = request.LocalAuthorityId;
        IcbId = request.IcbId;
        WithdrawalId = withdrawalId;
        (FoundOn, What, RecordedByName, RecordedUtc) = (foundOn, what, byName, utc);
    }

    public Guid Id { get; private set; }

    /// <inheritdoc />
    public Guid Version { get; set; }

    /// <summary>The request with which it happened.</summary>
    public Guid AdviceRequestId { get; private set; }

    /// <inheritdoc />
    public Guid AssessmentId { get; private set; }

    /// <summary>The assessment's reference, copied.</summary>
    public string AssessmentReference { get; private set; } = "";

    /// <inheritdoc />
    public Guid LocalAuthorityId { get; private set; }

    /// <inheritdoc />
    public Guid IcbId { get; private set; }

    /// <summary>The withdrawal that came of it, or null.</summary>
    public Guid? WithdrawalId { get; private set; }

    /// <summary>The day it was found (Europe/London).</summary>
    public DateOnly FoundOn { get; private set; }

    /// <summary>What happened.</summary>
    public string What { get; private set; } = "";

    /// <summary>The person who recorded it.</summary>
    public string RecordedByName { get; private set; } = "";

    /// <summary>When it was recorded, UTC.</summary>
    public DateTime RecordedUtc { get; private set; }

    /// <summary>When it was closed, UTC; null while open.</summary>
    public DateTime? ClosedUtc { get; private set; }

    /// <summary>The person who closed it.</summary>
    public string? ClosedByName { get; private set; }

    /// <summary>What was done about it, in order.</summary>
    public IReadOnlyList<IncidentEntry> Entries => _entries;

    /// <summary>The keys that the incident copies.</summary>
    public CaseKeys Keys => new(AssessmentId, AssessmentReference, LocalAuthorityId, IcbId);

    Guid? IAudited.AuditedAssessmentId => AssessmentId;

    void IMovesWithCase.MoveTo(CaseKeys keys) => (AssessmentId, AssessmentReference, LocalAuthorityId) = (keys.AssessmentId, keys.Reference, keys.LocalAuthorityId);

    /// <summary>Adds what was done, found or learnt; also to a closed record, as a correction.</summary>
    public IncidentEntryAdded Add(Guid id, string text, string byName, DateTime utc)
    {
        _entries.Add(new IncidentEntry(id, this, text, byName, utc));
        return new(Keys);
    }

    /// <summary>Closes the record.</summary>
    /// <param name="id">The key of the entry with the closing words.</param>
    /// <param name="learnt">What was done in the end and learnt.</param>
    /// <param name="byName">The person who closes it.</param>
    /// <param name="utc">Now, UTC.</param>
    /// <returns>Null when it was closed already.</returns>
    public IncidentClosed? Close(Guid id, string learnt, string byName, DateTime utc)
    {
        if (ClosedUtc is not null) { return null; }
        (ClosedUtc, ClosedByName) = (utc, byName);
        _entries.Add(new IncidentEntry(id, this, learnt, byName, utc));
        return new(Keys);
    }

    /// <summary>Opens a closed record again: more has to be done.</summary>
    /// <returns>Null when it is open.</returns>
    public IncidentReopened? Reopen()
    {
        if (ClosedUtc is null) { return null; }
        (ClosedUtc, ClosedByName) = (null, null);
        return new(Keys);
    }
}

/// <summary>What was done about an incident. Never changed, never deleted.</summary>
public sealed class IncidentEntry : IMovesWithCase, IAudited
{
    private IncidentEntry() { }

    internal IncidentEntry(Guid id, Incident incident, string text, string byName, DateTime utc)
    {
        Id = id;
        IncidentId = incident.Id;
        AssessmentId = incident.AssessmentId;
        LocalAuthorityId = incident.LocalAuthorityId;
        IcbId = incident.IcbId;
        (Text, ByName, AtUtc) = (text, byName, utc);
    }

    /// <summary>Key, chosen by the form so that a second submission is recognised.</summary>
    public Guid Id { get; private set; }

    /// <summary>The incident.</summary>
    public Guid IncidentId { get; private set; }

    /// <inheritdoc />
    public Guid AssessmentId { get; private set; }

    /// <inheritdoc />
    public Guid LocalAuthorityId { get; private set; }

    /// <inheritdoc />
    public Guid IcbId { get; private set; }

    /// <summary>The text.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The person who wrote it.</summary>
    public string ByName { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime AtUtc { get; private set; }

    Guid? IAudited.AuditedAssessmentId => AssessmentId;

    void IMovesWithCase.MoveTo(CaseKeys keys) => (AssessmentId, LocalAuthorityId) = (keys.AssessmentId, keys.LocalAuthorityId);
}
