namespace DcoPortal.Web.Features.Assessments.List;

/// <summary>The list as a spreadsheet. Text that a spreadsheet would run as a formula is escaped.</summary>
internal static class AssessmentListCsv
{
    private static readonly string[] Headings =
        ["Reference", "Child or young person", "Date of birth", "School or setting", "Local authority", "Primary need", "How it began", "Clock started", "Week", "Stage", "Health asked", "Health back", "Health awaited", "Health overdue", "Health not given", "Health withdrawn", "Health closed before due", "Next limit", "Due", "Local date", "Status", "Why this date", "Exemption", "Most urgent", "Early information asked", "Early information back"];

    /// <summary>The file.</summary>
    public static byte[] Write(IEnumerable<AssessmentRow> rows, DateOnly today, bool withOwner) => withOwner
        ? CsvFile.Write([.. Headings, "Case owner"], rows.Select(r => Fields(r, today).Append(r.OwnerHasLeft ? null : r.Owner).ToArray()))
        : CsvFile.Write(Headings, rows.Select(r => Fields(r, today)));

    private static CsvCell[] Fields(AssessmentRow r, DateOnly today) =>
    [
        r.Reference, r.Child.Name, CsvFile.Day(r.Child.DateOfBirth), r.Child.Setting, r.Authority, r.Need, AssessmentStarts.NameOf(r.StartedBy), CsvFile.Day(r.ReceivedOn), r.Week is { } week ? CsvFile.Number(week) : (string?)null, r.Stage, CsvFile.Number(r.Asked.All), CsvFile.Number(r.Asked.Back), CsvFile.Number(r.Asked.Awaited), CsvFile.Number(r.Asked.Overdue), CsvFile.Number(r.Asked.NotGiven), CsvFile.Number(r.Asked.Withdrawn), CsvFile.Number(r.Asked.EndedBefore),
        r.NextLimit, CsvFile.Day(r.NextDue), CsvFile.Day(r.Deadline?.LocalDue),
        r.StatusWords(today),
        r.Deadline?.Explain(today),
        r.NextDue is { } limit ? StatusVocabulary.ExemptionWords(r.HasExemption, limit, r.Deadline is { } law ? law.KeptOn(r.DoneOn) : r.DoneOn, today) : null,
        r.HealthFirst is { } first ? $"{first.What}: {first.Words(today)}" : r is { IsOwed: true, Status: not null } ? $"{r.NextLimit}: {r.StatusWords(today)}" : null,
        CsvFile.Number(r.Asked.EarlyAsked), CsvFile.Number(r.Asked.EarlyBack),
    ];
}
