using DcoPortal.Domain.Text;

namespace DcoPortal.Casework.Requests;

/// <summary>Whom a service says should be asked instead: named on the case, so that it stays in triage until somebody is asked or a reason is given.</summary>
public static class SuggestedInstead
{
    /// <summary>How the suggestion begins in the text with which a service gives a request back.</summary>
    public const string Lead = "Suggested instead: ";

    private const int Longest = 200;

    /// <summary>The suggestion in such a text, or null.</summary>
    public static string? In(string? givenBack) => givenBack?.IndexOf($"\n{Lead}", StringComparison.Ordinal) is >= 0 and var at ? givenBack[(at + 1 + Lead.Length)..].Trim().BlankToNull() : null;

    /// <summary>Names it on the case, in the caller's save. What is named already is not named twice.</summary>
    /// <param name="db">The caller's context.</param>
    /// <param name="assessment">The case.</param>
    /// <param name="suggestion">Whom to ask, in the service's words.</param>
    /// <param name="by">The service that says so.</param>
    /// <param name="audit">The trail.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task NameAsync(PortalDb db, Assessment assessment, string suggestion, string by, AuditTrail audit, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var named = await db.InvolvedProfessionals.Where(p => p.AssessmentId == assessment.Id).ToListAsync(ct);
        var (what, who) = (Cut(suggestion.ReplaceLineEndings(" ")), Cut($"suggested by {by}"));
        if (named.Exists(p => SearchKey.Of(p.ServiceName ?? p.Name) == SearchKey.Of(what))) { return; }
        var added = new InvolvedProfessional(assessment.Keys, named.Count) { ServiceName = what, ProviderName = who };
        db.InvolvedProfessionals.Add(added);
        audit.Record(new ProfessionalNamed(assessment.Keys, added.Words));
        assessment.NamedMore();
    }

    /// <summary>Names, in the caller's save, whom a nil return says should be asked: that is somebody's task, whether it is returned or closed.</summary>
    /// <param name="db">The caller's context.</param>
    /// <param name="request">A request with the nil return "another service should be asked".</param>
    /// <param name="audit">The trail.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task NameOfAnswerAsync(PortalDb db, AdviceRequest request, AuditTrail audit, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await db.Assessments.SingleOrDefaultAsync(a => a.Id == request.AssessmentId, ct) is not { IsOpen: true } assessment) { return; }
        var service = await db.Services.Where(s => s.Id == request.ServiceId).Select(s => s.DistinctName).SingleAsync(ct);
        await NameAsync(db, assessment, request.NilNote.BlankToNull() ?? "Another service, not said which", service, audit, ct);
    }

    private static string Cut(string text) => text.Length <= Longest ? text : text[..(Longest - 1)] + "…";
}
