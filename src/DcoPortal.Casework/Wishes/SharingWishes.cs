using DcoPortal.Casework.Requests;
using static DcoPortal.Casework.Wishes.WishNames;
using static DcoPortal.Casework.Wishes.WishWords;

namespace DcoPortal.Casework.Wishes;

/// <summary>Whether the family's "do not share with" may mean a target. It marks too many rather than too few: a tick overrules it.</summary>
public static class SharingWishes
{
    /// <summary>What an import writes where somebody is meant and nobody knows who: until then everybody may be.</summary>
    public const string FindOutWho = "find out who is meant";

    /// <summary>Whether the family names the target, or its cover of today: by service, by provider, or by somebody who would open the request.</summary>
    public static bool MayMean(string? doNotShareWith, AskTarget target, AskableDirectory directory, DateOnly today)
    {
        var text = WholeRefusal.Plain(doNotShareWith);
        if (string.IsNullOrWhiteSpace(text) || directory.Service(target.ServiceId) is not { } service) { return false; }
        return NamesService(text, service, directory) || directory.ReadersOf(target).Any(person => HasName(text, person)) || WishTitles.NamesTitle(doNotShareWith, target, directory)
            || MayMeanCover(doNotShareWith, target, directory.DeliveryFor(target, today), directory);
    }

    /// <summary>Whether a sentence names, by surname or in full, somebody who would open a request to a target. Of first names alone nobody can tell: Will, Grace and Hope are words too.</summary>
    public static bool NamesReader(string sentence, AskTarget target, AskableDirectory directory)
    {
        var (key, written) = ($" {SearchKey.Of(sentence)} ", NamesIn(sentence));
        return directory.ReadersOf(target).SelectMany(n => n.Names).Select(n => WordsOf(SearchKey.Of(n))).Any(name => name.Length > 1 && (HasKey(key, string.Join(' ', name)) || (written.Contains(name[^1]) && (HasKey(key, $"mrs {name[^1]}") || HasKey(key, $"mr {name[^1]}") || HasKey(key, $"ms {name[^1]}") || HasKey(key, $"miss {name[^1]}") || HasKey(key, $"dr {name[^1]}")))));
    }

    /// <summary>Whether the family names a person, as the directory has them or as their account of a service does.</summary>
    public static bool MayMeanPerson(string? doNotShareWith, AskTarget target, AskableDirectory directory) =>
        WholeRefusal.Plain(doNotShareWith) is var text && directory.NamesOf(target.ServiceId, directory.Professional(target.ProfessionalId)).Any(person => HasName(text, person));

    /// <summary>Which of those who open a request to a target the family may name.</summary>
    public static IReadOnlyList<string> MeantOf(string? doNotShareWith, AskTarget target, AskableDirectory directory) =>
        WholeRefusal.Plain(doNotShareWith) is var text && text.Length == 0 ? [] : [.. directory.ReadersOf(target).Where(person => HasName(text, person)).Select(person => person.InWords).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Whether the family names a service that is called so.</summary>
    public static bool MayMeanService(string? doNotShareWith, ServiceCalled service) => WholeRefusal.Plain(doNotShareWith) is { Length: > 0 } text && NamesService(text, service);

    /// <summary>Whether the family names somebody who is called so.</summary>
    public static bool MayMeanPerson(string? doNotShareWith, PersonCalled person) => HasName(WholeRefusal.Plain(doNotShareWith), person);

    /// <summary>
    /// Whether the family names the cover who would get the request: the colleague, the covering service or its provider,
    /// or, where the whole service may take it, anybody who works there.
    /// </summary>
    public static bool MayMeanCover(string? doNotShareWith, AskTarget target, Delivery delivery, AskableDirectory directory)
    {
        var text = WholeRefusal.Plain(doNotShareWith);
        if (string.IsNullOrWhiteSpace(text) || !delivery.HolderIsAway) { return false; }
        if (delivery.CoverService is { } covering) { return NamesService(text, covering, directory) || directory.ReadersOf(AskTarget.Of(covering)).Any(person => HasName(text, person)) || WishTitles.NamesTitle(doNotShareWith, AskTarget.Of(covering), directory); }
        if (WishTitles.NamesTitle(doNotShareWith, delivery.Cover is { } stands ? AskTarget.Of(stands) : new(target.ServiceId, null), directory)) { return true; }
        return (delivery.Cover is { } colleague ? directory.NamesOf(target.ServiceId, colleague) : directory.ReadersOfAllBut(target.ServiceId, target.ProfessionalId)).Any(person => HasName(text, person));
    }

    /// <summary>Whether a request may not go to the cover by itself: the family may mean them, or nobody knows whom it means.</summary>
    /// <param name="doNotShareWith">The wish.</param>
    /// <param name="target">Who is away.</param>
    /// <param name="delivery">Where an email would go.</param>
    /// <param name="directory">The part of the directory that says so.</param>
    /// <param name="board">The whole directory of the board, because a name counts as known wherever it stands in it.</param>
    public static bool KeepsFromCover(string? doNotShareWith, AskTarget target, Delivery delivery, AskableDirectory directory, AskableDirectory board) => delivery.HolderIsAway
        && (MayMeanCover(doNotShareWith, target, delivery, directory) || UnclearWishes.NobodyKnown([doNotShareWith], board) is not null);

    /// <summary>Which requests a wish puts before the DCO service: those whose holder it may mean; all, where some of its words name nobody known.</summary>
    /// <param name="doNotShareWith">The wish.</param>
    /// <param name="directory">The whole directory of the board, because a name counts as known wherever it stands in it.</param>
    /// <param name="today">Today in Europe/London.</param>
    public static Func<AdviceRequest, bool> Doubts(string? doNotShareWith, AskableDirectory directory, DateOnly today)
    {
        var doubts = DoubtsAbout(doNotShareWith, directory, today);
        return request => doubts(new(request.ServiceId, request.ProfessionalId));
    }

    /// <summary>Whom any of several wishes may mean; those that are empty mean nobody.</summary>
    public static Func<AskTarget, bool> AnyDoubtsAbout(IEnumerable<string?> wishes, AskableDirectory directory, DateOnly today)
    {
        List<Func<AskTarget, bool>> any = [.. wishes.Where(w => !string.IsNullOrWhiteSpace(w)).Select(w => DoubtsAbout(w, directory, today))];
        return target => any.Exists(doubts => doubts(target));
    }

    /// <summary>The same of whoever may be asked.</summary>
    public static Func<AskTarget, bool> DoubtsAbout(string? doNotShareWith, AskableDirectory directory, DateOnly today)
    {
        var isUnclear = UnclearWishes.NobodyKnown([doNotShareWith], directory) is not null;
        return target => isUnclear || MayMean(doNotShareWith, target, directory, today);
    }
}
