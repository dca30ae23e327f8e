namespace DcoPortal.Casework.Assessments;

/// <summary>What a notification lacks that a health service needs, in words: the one rule, for triage and for the question to the authority.</summary>
public static class MissingFromNotification
{
    /// <summary>What is missing, in the order of the form; empty when nothing is.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="named">How many professionals and services the authority named.</param>
    /// <param name="documents">How many documents came with it.</param>
    public static IReadOnlyList<string> Of(Assessment assessment, int named, int documents)
    {
        List<string> missing = [];
        if (assessment.Child.NhsNumber is null) { missing.Add("NHS number"); }
        if (string.IsNullOrWhiteSpace(assessment.Child.GpPracticeCode)) { missing.Add("GP practice"); }
        if (string.IsNullOrWhiteSpace(assessment.Family.Views)) { missing.Add("family’s views"); }
        if (named == 0) { missing.Add("named professionals"); }
        if (documents == 0) { missing.Add("documents"); }
        foreach (var cell in assessment.ToCorrect) { missing.Add($"to be corrected: {cell.Field}"); }
        return missing;
    }

    /// <summary>The documents that came from the authority and stand.</summary>
    public static IQueryable<CaseDocument> Documents(PortalDb db) => db.Documents.Where(d => d.Kind == CaseDocumentKind.FromAuthority && d.RemovedUtc == null);
}
