namespace DcoPortal.Casework.Assessments;

/// <summary>A correction after which a record would be another child's.</summary>
/// <param name="Changes">What of the child changes to something quite unlike it.</param>
/// <param name="About">What was asked, returned and sent about the first child, a sentence each.</param>
public sealed record AnotherChild(IReadOnlyList<string> Changes, IReadOnlyList<string> About);

/// <summary>Tells whether a correction makes another child of a case, and what the case holds about the first: nobody would find that child again.</summary>
public sealed class AnotherChildQuery(PortalDb db)
{
    /// <summary>Null where it is plainly the same child.</summary>
    public async Task<AnotherChild?> FindAsync(Assessment assessment, ChildOrYoungPerson right, CancellationToken ct)
    {
        var unlike = ChildLikeness.Unlike(ChildKeys.Of(assessment.Child), ChildKeys.Of(right));
        return ChildLikeness.IsAnother(unlike) ? new(unlike, [.. await AboutAsync(assessment.Id, ct)]) : null;
    }

    private async Task<List<string>> AboutAsync(Guid id, CancellationToken ct)
    {
        var asked = await (from r in db.AdviceRequests.NotClosed()
                           join s in db.Services on r.ServiceId equals s.Id
                           where r.AssessmentId == id
                           orderby s.DistinctName, r.Id
                           select new { s.DistinctName, r.Stage, r.ReturnedOn }).ToListAsync(ct);
        var sent = await db.Documents.CountAsync(d => d.AssessmentId == id && d.Kind == CaseDocumentKind.FromAuthority && d.RemovedUtc == null, ct);
        List<string> about = [.. asked.Select(a => $"{a.DistinctName}: {Words(a.Stage, a.ReturnedOn)}")];
        if (sent > 0) { about.Add($"{UkText.Count(sent, "document")} sent with the notification"); }
        return about;
    }

    private static string Words(RequestStage stage, DateOnly? returned) => returned is { } on ? $"advice was returned on {UkText.LongDate(on)}"
        : stage switch
        {
            RequestStage.ToSend => "to be asked",
            RequestStage.GivenBack => "was asked, and gave the request back",
            RequestStage.ToCheck or RequestStage.ToReturn => "has answered",
            _ => "is asked",
        };
}
