namespace DcoPortal.Casework.Documents;

/// <summary>The kinds of document that come with a notification, in words.</summary>
internal static class EvidenceWords
{
    /// <summary>All kinds, in the order in which they are offered.</summary>
    public static IReadOnlyList<EvidenceKind> All { get; } = Enum.GetValues<EvidenceKind>();

    /// <summary>Such as "School or setting report".</summary>
    public static string Label(this EvidenceKind kind) => kind switch
    {
        EvidenceKind.Request => "Request or application form",
        EvidenceKind.Views => "Views of the child or family",
        EvidenceKind.School => "School or setting report",
        EvidenceKind.Medical => "Medical letter or health report",
        EvidenceKind.Psychologist => "Educational psychologist’s report",
        EvidenceKind.SocialCare => "Social care report",
        EvidenceKind.Consent => "Consent",
        EvidenceKind.Other => "Other",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>What a file's name says it is, for the person to keep or change; null when the name says nothing, or more than one thing.</summary>
    public static EvidenceKind? NamedIn(string fileName)
    {
        var words = $" {SearchKey.Of(Path.GetFileNameWithoutExtension(fileName))} ";
        var named = Signs.Where(s => s.Words.Any(w => words.Contains($" {w} ", StringComparison.Ordinal))).Select(s => s.Kind).Distinct().Take(2).ToList();
        return named is [var only] ? only : null;
    }

    private static readonly (EvidenceKind Kind, string[] Words)[] Signs =
    [
        (EvidenceKind.Request, ["request form", "application form", "ehcna request"]),
        (EvidenceKind.Views, ["views", "view", "all about me", "one page profile"]),
        (EvidenceKind.School, ["school", "nursery", "college", "setting", "senco"]),
        (EvidenceKind.Medical, ["medical", "hospital", "clinic", "paediatric", "paediatrician", "camhs", "gp"]),
        (EvidenceKind.Psychologist, ["ep", "psychologist", "psychology"]),
        (EvidenceKind.SocialCare, ["social care", "social worker"]),
        (EvidenceKind.Consent, ["consent"]),
    ];
}
