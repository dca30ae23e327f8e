using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Requests;
using DcoPortal.Domain.Text;
using static DcoPortal.Casework.Wishes.WishNames;
using static DcoPortal.Casework.Wishes.WishWords;

namespace DcoPortal.Casework.Wishes;

/// <summary>Whether a wish names what somebody is: "the clinical psychologist".</summary>
internal static class WishTitles
{
    // "the clinical psychologist": each of its words is in what somebody is, or in what their service is called
    internal static bool NamesTitle(string? wish, AskTarget target, AskableDirectory directory)
    {
        var called = directory.CalledOf(directory.Service(target.ServiceId)!);
        var place = WordsOf(SearchKey.Of(string.Join(' ', called.Names.Append(called.ShortProvider))));
        var titles = directory.TitlesOf(target).Distinct().Select(t => WordsOf(SearchKey.Of(t))).ToList();
        return titles.Count > 0 && SharingWords.PartsOf(wish).Any(part => titles.Exists(title => IsTitle(WordsOf(SearchKey.Of(part)), title, place)));
    }

    private static bool IsTitle(string[] part, string[] title, string[] place)
    {
        var said = part.TakeWhile(w => !IsReason(w)).Where(w => w.Length > 1 && !IsOfRefusing(w) && !Beside.Contains(w)).ToList();
        return said.Exists(w => title.Any(t => IsWordOf(w, t))) && said.TrueForAll(w => title.Concat(place).Any(t => IsWordOf(w, t)));
    }

    private static bool IsWordOf(string typed, string word) => typed == word || typed == $"{word}s" || (typed.Length >= ShortestBeginning && word.StartsWith(typed, StringComparison.Ordinal))
        || (typed.Length >= ShortestMisspelt && word.Length >= ShortestMisspelt && (NearWords.AreNear(typed, word) || ShareStem(typed, word)))
        || (ServiceNicknames.TryGet(typed, out var meant) && word.Contains(meant, StringComparison.Ordinal));
}
