namespace DcoPortal.Casework.Notifications.Importing.Reading;

// headings that speak of what a family wishes about sharing: "consent" says the opposite of "do not share with"
internal static class WishHeadings
{
    private static readonly string[] Consent = ["CONSENT", "PERMISSION", "AGREE", "HAPPYTOSHARE", "OKTOSHARE", "MAYSHARE", "CANSHARE", "NOOBJECTION"];
    private static readonly string[] Negations = ["NOT", "DONT", "REFUS", "WITHHOLD", "WITHOUT", "NOCONTACT", "NOSHAR"];
    private static readonly string[] Sharing = ["SHARE", "SHARING", "OBJECT", "CONSENT", "PERMISSION", "CONFIDENTIAL", "NOCONTACT", "EXCLUDE", "NOTTOTELL", "NOTTELL", "MUSTNOTKNOW", "RESTRICT", "SAFEGUARD"];

    /// <summary>Whether it asks who agrees, so that "No" beneath it is an objection and "Yes" none.</summary>
    public static bool AsksForConsent(string heading) => Has(heading, Consent) && !Has(heading, Negations);

    /// <summary>Whether it surely is about whom not to share with.</summary>
    public static bool IsAgainst(string heading) => !AsksForConsent(heading) && (Has(heading, Negations) || Has(heading, ["OBJECT"]));

    private static bool Has(string heading, string[] words) => NotificationColumns.Key(heading) is var key && words.Any(w => key.Contains(w, StringComparison.Ordinal));

    /// <summary>Says of each cell of such a column that is left out what stands there, because a wish may be lost with it.</summary>
    public static void TellLeftOut(RowCells row, IReadOnlyList<string> headings, IReadOnlyDictionary<string, int> columns)
    {
        for (var i = 0; i < Math.Min(headings.Count, row.Cells.Length); i++)
        {
            if (string.IsNullOrWhiteSpace(row.Cells[i]) || columns.Values.Contains(i) || !Has(headings[i], Sharing)) { continue; }
            var heading = headings[i].Trim();
            row.Keep($"{heading}, a column that is left out", row.Cells[i].Trim(), "its column was left out of the import. If the family does not want somebody to know, record it under Sharing information");
        }
    }
}
