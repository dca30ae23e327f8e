using DcoPortal.Domain.Assessments;

namespace DcoPortal.Domain.Requests;

/// <summary>The advice that the service works on in the portal: needs, outcomes and provision (reg 6(1)). The authority reads what is returned of it: <see cref="ReturnedAnswer"/>.</summary>
public sealed class AdviceResponse : IAdviceText, IMovesWithCase, IAudited, IVersioned
{
    /// <summary>Longest text of one part, in characters.</summary>
    public const int TextLength = 20_000;

    /// <summary>Longest summary, in characters.</summary>
    public const int SummaryLength = 4000;

    /// <summary>Room for what others had written: <see cref="OtherDraft.Most"/> answers as stored.</summary>
    public const int OthersLength = 1_000_000;

    private AdviceResponse() { }

    /// <summary>Starts a draft for a request.</summary>
    public AdviceResponse(AdviceRequest request)
    {
        Id = request.Id;
        AssessmentId = request.AssessmentId;
        LocalAuthorityId = request.LocalAuthorityId;
        IcbId = request.IcbId;
    }

    /// <summary>The key, which is the request's.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc />
    public Guid Version { get; set; }

    /// <inheritdoc />
    public Guid AssessmentId { get; private set; }

    /// <inheritdoc />
    public Guid LocalAuthorityId { get; private set; }

    /// <inheritdoc />
    public Guid IcbId { get; private set; }

    /// <inheritdoc />
    public string? Summary { get; set; }

    /// <inheritdoc />
    public string? Basis { get; set; }

    /// <inheritdoc />
    public string? Needs { get; set; }

    /// <inheritdoc />
    public string? Outcomes { get; set; }

    /// <inheritdoc />
    public string? Provision { get; set; }

    /// <inheritdoc />
    public string? Author { get; set; }

    /// <summary>When it was last saved, UTC.</summary>
    public DateTime SavedUtc { get; set; }

    /// <summary>The window in which it was saved last: what another window has written since is not saved over unseen.</summary>
    public Guid SavedInWindow { get; set; }

    /// <summary>What others had written before it was written over, as stored; null for nothing.</summary>
    public string? OthersText { get; private set; }

    /// <summary>What others had written before somebody wrote over it, the newest first.</summary>
    public IReadOnlyList<OtherDraft> Others => OtherDraft.Read(OthersText);

    /// <summary>Keeps what another person had written, and that somebody now writes over.</summary>
    public void Keep(OtherDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        OthersText = OtherDraft.Stored(Others.Prepend(draft).Take(OtherDraft.Most));
    }

    /// <summary>Keeps nothing of others any more: what they had written may be what nobody may read.</summary>
    public void ForgetOthers() => OthersText = null;

    /// <summary>Begins anew: with the text of a returned version, or with nothing.</summary>
    public void StartFrom(ReturnedAnswer? answer, DateTime utc)
    {
        (Summary, Basis, Needs, Outcomes, Provision) = (answer?.Summary, answer?.Basis, answer?.Needs, answer?.Outcomes, answer?.Provision);
        Author = answer?.Author ?? Author;
        (SavedUtc, SavedInWindow) = (utc, Guid.Empty);
    }

    /// <summary>Goes on with what was begun before and never sent: beside it stands what a returned version says, each part once.</summary>
    public void GoOnFrom(ReturnedAnswer answer, DateTime utc)
    {
        ArgumentNullException.ThrowIfNull(answer);
        static string? Both(string? theirs, string? mine) => theirs is null || mine?.Contains(theirs, StringComparison.Ordinal) == true ? mine : mine is null ? theirs : $"{theirs}\n\n{mine}";
        (Summary, Basis, Needs) = (Both(answer.Summary, Summary), Both(answer.Basis, Basis), Both(answer.Needs, Needs));
        (Outcomes, Provision) = (Both(answer.Outcomes, Outcomes), Both(answer.Provision, Provision));
        (SavedUtc, SavedInWindow) = (utc, Guid.Empty);
    }

    /// <summary>Leaves out each part that it took over from a withdrawn answer unchanged. A part that was written in stays whole, and its writer looks at it.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="standing">What else was returned and stands: what that says too is no secret of the other.</param>
    /// <param name="utc">Now, UTC.</param>
    public void LeaveOut(ReturnedAnswer answer, IEnumerable<ReturnedAnswer> standing, DateTime utc)
    {
        List<ReturnedAnswer> others = [.. standing];
        string? Unless(Func<IAdviceText, string?> part) => part(this) == part(answer) && !others.Exists(o => part(o) == part(this)) ? null : part(this);
        (Summary, Basis, Needs) = (Unless(a => a.Summary), Unless(a => a.Basis), Unless(a => a.Needs));
        (Outcomes, Provision) = (Unless(a => a.Outcomes), Unless(a => a.Provision));
        // a page that is open saves nothing over this unseen
        (SavedUtc, SavedInWindow) = (utc, Guid.Empty);
    }

    /// <summary>Takes from a version that stands what is not written here.</summary>
    public void FillFrom(ReturnedAnswer answer, DateTime utc)
    {
        ArgumentNullException.ThrowIfNull(answer);
        (Summary, Basis, Needs) = (Summary ?? answer.Summary, Basis ?? answer.Basis, Needs ?? answer.Needs);
        (Outcomes, Provision) = (Outcomes ?? answer.Outcomes, Provision ?? answer.Provision);
        (SavedUtc, SavedInWindow) = (utc, Guid.Empty);
    }

    Guid? IAudited.AuditedAssessmentId => AssessmentId;

    void IMovesWithCase.MoveTo(CaseKeys keys) => (AssessmentId, LocalAuthorityId) = (keys.AssessmentId, keys.LocalAuthorityId);
}
