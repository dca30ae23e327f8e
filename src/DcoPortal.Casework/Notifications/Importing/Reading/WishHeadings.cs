using DcoPortal.Casework.Requests;
using DcoPortal.Casework.Wishes;

namespace DcoPortal.Casework.Notifications.Importing.Reading;

// headings that speak of what a family wishes about sharing: "consent" says the opposite of "do not share with"
internal static class WishHeadings
{
    private static readonly string[] Consent = ["CONSENT", "PERMISSION", "AGREE", "HAPPYTOSHARE", "OKTOSHARE", "MAYSHARE", "CANSHARE", "NOOBJECTION"];
    private static readonly string[] Negations = ["NOT", "DONT", "REFUS", "WITHHOLD", "WITHOUT", "NOCONTACT", "NOSHAR"];
    private static readonly string[] Sharing = ["SHARE", "SHARING", "OBJECT", "CONSENT", "PERMISSION", "CONFIDENTIAL", "NOCONTACT", "EXCLUDE", "NOTTOTELL", "NOTTELL", "MUSTNOTKNOW", "RESTRICT", "SAFEGUARD", "WISH", "NOTTOBE", "MUSTNOTBE", "WITHHELD", "WITHHOLD", "DISCLOS", "NOTINFORM", "KEEPFROM", "ESTRANGED", "DOESNOTWANT", "DONOTWANT", "COURTORDER"];
    private static readonly string[] Family = ["PARENT", "FAMIL", "CARER", "MOTHER", "FATHER", "MUM", "DAD"];

    /// <summary>Whether it asks who agrees, so that "No" beneath it is an objection and "Yes" none.</summary>
    public static bool AsksForConsent(string heading) => Has(heading, Consent) && !Has(heading, Negations);

    /// <summary>Whether it surely is about whom not to share with.</summary>
    public static bool IsAgainst(string heading) => !AsksForConsent(heading) && !IsTakenBack(heading) && (Has(heading, Negations) || Has(heading, ["OBJECT"]));

    // "Does not object to" and "No longer objects to" say that nobody is left out
    private static bool IsTakenBack(string heading) => Has(heading, ["OBJECT"]) && Has(heading, ["NOT", "NOLONGER", "DOESNT", "WITHOUT"]);

    /// <summary>Whether it says more than that beneath it stands whom not to share with: whom, or who says so, such as "Objects to Dietetics" and "Objection raised by".</summary>
    public static bool SaysMore(string heading) => SearchKey.Of(heading).Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(w => !Plain.Contains(w));

    private static readonly HashSet<string> Plain =
    [
        "do", "dont", "not", "no", "to", "be", "share", "shared", "sharing", "with", "whom", "who", "withhold", "withheld", "information", "info", "details", "objection", "objections", "objects", "object", "against", "family", "familys", "families",
        "parent", "parents", "parental", "carer", "child", "childs", "pupil", "young", "person", "anyone", "anybody", "any", "is", "contact", "tell", "told", "must", "know", "of", "the", "a", "for", "professionals", "professional", "services", "service", "wish", "wishes", "consent", "if", "or", "and", "s", "1",
    ];

    /// <summary>Whether whatever stands beneath it is not to know, or says that somebody is not.</summary>
    public static bool Excludes(string heading) => IsAgainst(heading) || Has(heading, ["RESTRICT", "CONFIDENTIAL", "EXCLUDE", "NOTTELL", "MUSTNOTKNOW", "WITHHELD", "KEEPFROM"]);

    private const string LeftOut = ", a column that is left out";
    private const string TakenAs = ", taken as ";

    /// <summary>The heading, of a cell to be corrected that stood under one which speaks of a wish; else null.</summary>
    public static string? HeadingOf(string field) => field.EndsWith(LeftOut, StringComparison.Ordinal) ? field[..^LeftOut.Length]
        : field.LastIndexOf(TakenAs, StringComparison.Ordinal) is > 0 and var at ? field[..at] : null;

    private static bool Has(string heading, string[] words) => NotificationColumns.Key(heading) is var key && words.Any(w => key.Contains(w, StringComparison.Ordinal));

    /// <summary>Whether it speaks of what a family wishes. "Agreed by panel" is nothing that a family said.</summary>
    public static bool IsWish(string heading) => Has(heading, Sharing) || (Has(heading, Family) && Has(heading, ["AGREE", "PREFERENCE"]));

    /// <summary>Says of each cell of such a column that is left out, or taken for a name or anything else than a wish, what stands there: a wish may be lost with it.</summary>
    public static void TellLeftOut(RowCells row, IReadOnlyList<string> headings, IReadOnlyDictionary<string, int> columns)
    {
        for (var i = 0; i < Math.Min(headings.Count, row.Cells.Length); i++)
        {
            if (string.IsNullOrWhiteSpace(row.Cells[i]) || RefusedRows.IsBeside(headings[i]) || RefusedRows.IsReason(headings, i)) { continue; }
            var (heading, column) = (headings[i].Trim(), columns.FirstOrDefault(c => c.Value == i).Key);
            // a family's wish stands in its views too, or in somebody's notes
            if ((column is NotificationColumns.FamilyViews or NotificationColumns.Reasons || (column is null && !IsWish(heading))) && WishInWords.Of(row.Cells[i]) is { } said && !row.OneLine(NotificationColumns.DoNotShareWith).Contains(said, StringComparison.OrdinalIgnoreCase))
            {
                row.Keep(heading, said, "may say who must not know. If the family does not want that, record it under Sharing information");
                continue;
            }
            if (!IsWish(heading)) { continue; }
            if (column is not null)
            {
                if (column is not (NotificationColumns.DoNotShareWith or NotificationColumns.FamilyViews or NotificationColumns.Reasons)) { row.Keep($"{heading}{TakenAs}{column}", row.Cells[i].Trim(), "its heading speaks of a wish or of consent. If the family does not want somebody to know, record it under Sharing information"); }
                continue;
            }
            row.Keep($"{heading}{LeftOut}", row.Cells[i].Trim(), "its column was left out of the import. If the family does not want somebody to know, record it under Sharing information");
        }
    }
}
