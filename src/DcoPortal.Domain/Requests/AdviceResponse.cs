using DcoPortal.Domain.Assessments;

namespace DcoPortal.Domain.Requests;

/// <summary>The advice that the service works on in the portal: needs, outcomes and provision (reg 6(1)). The authority reads what is returned of it: <see cref="ReturnedAnswer"/>.</summary>
public sealed class AdviceResponse : IAdviceText, IMovesWithCase, IAudited, IVersioned
{
    /// <summary>Longest text of one part, in characters.</summary>
    public const int TextLength = 20_000;

    /// <summary>Longest summary, in characters.</summary>
    public const int SummaryLength = 4000;

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

    /// <summary>Begins anew: with the text of a returned version, or with nothing.</summary>
    public void StartFrom(ReturnedAnswer? answer, DateTime utc)
    {
        (Summary, Basis, Needs, Outcomes, Provision) = (answer?.Summary, answer?.Basis, answer?.Needs, answer?.Outcomes, answer?.Provision);
        Author = answer?.Author ?? Author;
        SavedUtc = utc;
    }

    /// <summary>Goes on with what was begun before and never sent: beside it stands what a returned version says, each part once.</summary>
    public void GoOnFrom(ReturnedAnswer answer, DateTime utc)
    {
        ArgumentNullException.ThrowIfNull(answer);
        static string? Both(string? theirs, string? mine) => theirs is null || mine?.Contains(theirs, StringComparison.Ordinal) == true ? mine : mine is null ? theirs : $"{theirs}\n\n{mine}";
        (Summary, Basis, Needs) = (Both(answer.Summary, Summary), Both(answer.Basis, Basis), Both(answer.Needs, Needs));
        (Outcomes, Provision) = (Both(answer.Outcomes, Outcomes), Both(answer.Provision, Provision));
        SavedUtc = utc;
    }

    /// <summary>Leaves out what an answer said, word for word; what was written besides stays.</summary>
    public void Forget(ReturnedAnswer answer, DateTime utc)
    {
        ArgumentNullException.ThrowIfNull(answer);
        static string? Unless(string? mine, string? theirs) => string.IsNullOrWhiteSpace(theirs) ? mine : mine?.Replace(theirs, "", StringComparison.Ordinal).Trim() is { Length: > 0 } rest ? rest : null;
        (Summary, Basis, Needs) = (Unless(Summary, answer.Summary), Unless(Basis, answer.Basis), Unless(Needs, answer.Needs));
        (Outcomes, Provision) = (Unless(Outcomes, answer.Outcomes), Unless(Provision, answer.Provision));
        SavedUtc = utc;
    }

    Guid? IAudited.AuditedAssessmentId => AssessmentId;

    void IMovesWithCase.MoveTo(CaseKeys keys) => (AssessmentId, LocalAuthorityId) = (keys.AssessmentId, keys.LocalAuthorityId);
}
