using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;

namespace DcoPortal.Domain.Ladder;

/// <summary>How a holder was chased.</summary>
public enum ChaseChannel
{
    /// <summary>An email of the portal.</summary>
    Email,

    /// <summary>A phone call.</summary>
    Phone,

    /// <summary>A Teams chat or call.</summary>
    Teams,

    /// <summary>A talk face to face.</summary>
    InPerson,
}

/// <summary>One chase: a fact that is never changed. The email it names says whether that email arrived.</summary>
public sealed class Chase : ICaseRow, IAudited
{
    /// <summary>Longest note, in characters.</summary>
    public const int NoteLength = 500;

    private Chase() { }

    private Chase(AdviceRequest request, string uniqueKey, ChaseChannel channel, string recipient, DateTime utc, string byName)
    {
        Id = Guid.CreateVersion7();
        AssessmentId = request.AssessmentId;
        AssessmentReference = request.AssessmentReference;
        LocalAuthorityId = request.LocalAuthorityId;
        IcbId = request.IcbId;
        AdviceRequestId = request.Id;
        UniqueKey = uniqueKey;
        Channel = channel;
        Recipient = recipient;
        AtUtc = utc;
        ByName = byName;
    }

    /// <summary>A step of the ladder, taken by the portal.</summary>
    public static Chase ByLadder(AdviceRequest request, LadderStep step, int recipientNumber, string recipient, string template, Guid emailId, DateTime utc) =>
        new(request, LadderKey(request, step, recipientNumber), ChaseChannel.Email, recipient, utc, "DCO Portal") { Step = step, Template = template, EmailId = emailId };

    /// <summary>A reminder that a person sent. With a key of <see cref="FormKey"/>, a second click on the form adds none.</summary>
    public static Chase ByEmail(AdviceRequest request, string recipient, string template, Guid emailId, string? note, DateTime utc, string byName, string? key = null) =>
        new(request, key ?? ManualKey(), ChaseChannel.Email, recipient, utc, byName) { Template = template, EmailId = emailId, Note = note };

    /// <summary>A call, chat or talk that a person recorded. With a key of <see cref="FormKey"/>, a second click on the form adds none.</summary>
    public static Chase ByTalk(AdviceRequest request, ChaseChannel channel, string spokeTo, string? note, DateTime utc, string byName, string? key = null) =>
        new(request, key ?? ManualKey(), channel, spokeTo, utc, byName) { Note = note };

    /// <summary>The key by which a second submission of a form about a request is recognised.</summary>
    /// <param name="request">The request.</param>
    /// <param name="submission">Names the form and what was typed into it, in at most 100 characters.</param>
    public static string FormKey(AdviceRequest request, string submission) => $"form:{request.Id:N}:{submission}";

    /// <summary>The key that makes a step happen once, also when two instances of the portal take it at the same moment.</summary>
    public static string LadderKey(AdviceRequest request, LadderStep step, int recipientNumber)
    {
        // each round of asking has its own step to acknowledge, and one for more has all of them anew
        var asking = step == LadderStep.Acknowledge || request.Stage == RequestStage.Reopened ? $":{request.LastAskedUtc:yyyyMMddHHmmss}" : "";
        return $"ladder:{request.Id:N}:{step}:{recipientNumber}{asking}";
    }

    /// <summary>Whether a key is one of <see cref="LadderKey"/>: the ladder took the step, not a person.</summary>
    public static bool IsLadderKey(string uniqueKey) => uniqueKey.StartsWith("ladder:", StringComparison.Ordinal);

    private static string ManualKey() => $"manual:{Guid.CreateVersion7():N}";

    public Guid Id { get; private set; }

    /// <inheritdoc />
    public Guid AssessmentId { get; private set; }

    /// <summary>The assessment's reference, copied.</summary>
    public string AssessmentReference { get; private set; } = "";

    /// <inheritdoc />
    public Guid LocalAuthorityId { get; private set; }

    /// <inheritdoc />
    public Guid IcbId { get; private set; }

    /// <summary>The request chased.</summary>
    public Guid AdviceRequestId { get; private set; }

    /// <summary>The key that makes a second identical chase impossible.</summary>
    public string UniqueKey { get; private set; } = "";

    /// <summary>By email, or in which kind of talk.</summary>
    public ChaseChannel Channel { get; private set; }

    /// <summary>The step of the ladder, or null when a person chased.</summary>
    public LadderStep? Step { get; private set; }

    /// <summary>The email's template, or null.</summary>
    public string? Template { get; private set; }

    /// <summary>The email address, or the person spoken to.</summary>
    public string Recipient { get; private set; } = "";

    /// <summary>The note of what was said, in one line, or null.</summary>
    public string? Note { get; private set; }

    /// <summary>When the request was chased, UTC.</summary>
    public DateTime AtUtc { get; private set; }

    /// <summary>The person who chased, or the portal.</summary>
    public string ByName { get; private set; } = "";

    /// <summary>The email, whose row says whether it was delivered; null for a talk.</summary>
    public Guid? EmailId { get; private set; }

    Guid? IAudited.AuditedAssessmentId => AssessmentId;
}
