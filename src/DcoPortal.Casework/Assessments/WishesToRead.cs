using DcoPortal.Casework.Requests;

namespace DcoPortal.Casework.Assessments;

/// <summary>A family's recorded wish that somebody reads before the case goes to other people.</summary>
/// <param name="Reference">The case.</param>
/// <param name="Words">Whom the family leaves out, in its words.</param>
public sealed record WishToRead(string Reference, string Words);

/// <summary>
/// The wishes of cases that are about to go to a colleague, another authority or another board. No words are matched: whoever hands a case
/// on reads each wish and says, once, that none means who gets it.
/// </summary>
public sealed record WishesToRead(IReadOnlyList<WishToRead> Wishes)
{
    /// <summary>The value under which a page says that they were read.</summary>
    public const string Field = "WishRead";

    /// <summary>What a page carries of those that it showed, so that no newer one goes unread.</summary>
    public string Mark => SeenWish.Of(Wishes.Select(w => $"{w.Reference}:{w.Words}"));

    /// <summary>Those of some cases.</summary>
    public static WishesToRead Of(IEnumerable<Assessment> cases) =>
        new([.. cases.Where(a => !string.IsNullOrWhiteSpace(a.Family.DoNotShareWith)).OrderBy(a => a.Reference, StringComparer.Ordinal).Select(a => new WishToRead(a.Reference, a.Family.DoNotShareWith!))]);

    /// <summary>Refused where there is one that nobody says to have read; null where nothing is in the way.</summary>
    /// <param name="seen">What the page says was read.</param>
    public Outcome? Unread(string? seen) => Wishes.Count == 0 || seen == Mark ? null
        : Outcome.Refused(Wishes.Count == 1 ? "Nothing was changed. Read whom the family leaves out, then tick that it does not mean who gets the case" : "Nothing was changed. Read whom the families leave out, then tick that it does not mean who gets the cases", Field);
}
