using DcoPortal.Casework.Assessments;
using DcoPortal.Domain.Text;

namespace DcoPortal.Casework.Requests;

/// <summary>What a service and its provider are called, or were before, by which a family may name them.</summary>
/// <param name="Name">The service's name now.</param>
/// <param name="FormerNames">Its names before, one a line.</param>
/// <param name="Provider">The provider's full name now.</param>
/// <param name="ShortProvider">Its short name now.</param>
/// <param name="FormerProvider">Its names before, one a line.</param>
public sealed record ServiceCalled(string Name, string FormerNames, string Provider, string ShortProvider, string FormerProvider)
{
    /// <summary>As the directory has them.</summary>
    public static ServiceCalled Of(HealthService service, Provider provider) => new(service.Name, service.FormerNames, provider.Name, provider.ShortName, provider.FormerNames);

    /// <summary>Each name of the service.</summary>
    public IEnumerable<string> Names => NamesBefore.Of(FormerNames).Prepend(Name);

    /// <summary>Each full name of the provider; of a former one nobody knows whether it was a short one.</summary>
    public IEnumerable<string> Providers => NamesBefore.Of(FormerProvider).Prepend(Provider);
}

/// <summary>Whether the family's "do not share with" may mean a target. It marks too many rather than too few: a tick overrules it.</summary>
public static class SharingWishes
{
    private static readonly HashSet<string> Common =
    [
        "and", "for", "the", "with", "service", "services", "team", "community", "health", "care", "nhs", "children", "childrens", "child", "young", "people",
        "adult", "adolescent", "paediatric", "specialist", "clinic", "hospital", "hospitals", "therapy", "language", "east", "west", "north", "south", "central", "school",
    ];

    /// <summary>What an import writes where somebody is meant and nobody knows who: until then everybody may be.</summary>
    public const string FindOutWho = "find out who is meant";

    // whom families mean when they name nobody; of "all but" and "only" nobody can say whom they leave out
    private static readonly string[] Everybody =
    [
        "everyone", "everybody", "anyone", "anybody", "the hospital", "the trust", "the nhs", "in health", "health professionals", "health services", "hospital", "the clinic", "doctors", "the doctors", "medical staff",
        "all", "any", "every", "everything", "only", "except", "nobody but", "no one but", "nobody else", "no one else", "other than", "apart from", "professionals", "clinicians", "practitioners", "medics", "outside agencies",
        FindOutWho,
    ];

    // "no contact at all with father" is about father
    private static readonly string[] WhatNotWhom = ["at all", "any information", "all information", "any info", "any details", "all details", "any contact", "all contact", "any reports", "all reports", "any time", "all times"];

    // words that name no service: a wish of nothing else is about every one
    private static readonly HashSet<string> General =
    [
        "a", "an", "any", "and", "or", "of", "in", "with", "the", "nhs", "health", "healthcare", "care", "service", "services", "team", "teams", "staff", "people", "professional", "clinician", "worker", "workers", "provider", "providers",
        "hospital", "hospitals", "clinic", "clinics", "trust", "trusts", "icb", "ics", "dco", "side", "local", "medical", "clinical", "community",
    ];

    // what families and schools call a service, and what its name then has
    private static readonly Dictionary<string, string> CalledBy = new(StringComparer.Ordinal)
    {
        ["ot"] = "occupational",
        ["ots"] = "occupational",
        ["occupational"] = "occupational",
        ["speach"] = "speech",
        ["language"] = "speech",
        ["visitor"] = "visit",
        ["visitors"] = "visit",
        ["mental health"] = "mental",
        ["mental"] = "mental",
        ["cahms"] = "mental",
        ["eye"] = "vision",
        ["eyes"] = "vision",
        ["sight"] = "vision",
        ["visual"] = "vision",
        ["hearing"] = "audio",
        ["therapy team"] = "therap",
        ["salt"] = "speech",
        ["slt"] = "speech",
        ["slts"] = "speech",
        ["physio"] = "physio",
        ["physios"] = "physio",
        ["hv"] = "visit",
        ["hvs"] = "visit",
        ["camhs"] = "mental",
        ["psychologist"] = "psycholog",
        ["psychologists"] = "psycholog",
        ["psychiatrist"] = "mental",
        ["paediatrician"] = "paediatric",
        ["paediatricians"] = "paediatric",
        ["paeds"] = "paediatric",
        ["paed"] = "paediatric",
        ["pediatrics"] = "paediatric",
        ["pediatrician"] = "paediatric",
        ["dietician"] = "diet",
        ["dietitian"] = "diet",
        ["dietitians"] = "diet",
        ["audiologist"] = "audio",
        ["nurse"] = "nurs",
        ["nurses"] = "nurs",
        ["orthotist"] = "ortho",
    };

    // whom families mean who is nobody of the health services: of these no request is in doubt
    private static readonly HashSet<string> OutsideHealth =
    [
        "father", "fathers", "dad", "dads", "daddy", "mother", "mothers", "mum", "mums", "mummy", "mam", "parent", "parents", "stepfather", "stepmother", "stepdad", "stepmum", "step", "partner", "partners", "ex", "husband", "wife",
        "boyfriend", "girlfriend", "grandmother", "grandfather", "grandparent", "grandparents", "gran", "granny", "grandma", "grandad", "granddad", "grandpa", "nan", "nana", "nanna", "uncle", "aunt", "auntie", "aunty", "cousin",
        "brother", "sister", "sibling", "siblings", "family", "relative", "relatives", "carer", "carers", "guardian", "friend", "friends", "neighbour", "neighbours", "landlord", "employer", "solicitor", "police", "press", "media",
        "nursery", "preschool", "school", "schools", "college", "academy", "teacher", "teachers", "headteacher", "head", "senco", "sendco", "sen", "tutor", "council", "authority", "housing", "social", "fostering", "foster", "church", "sendiass", "childminder",
    ];

    // what a refusal of all sharing is said with, where it names nobody: "No consent", "Do not share", "Mum has withdrawn permission"
    private static readonly HashSet<string> Refusing =
    [
        "not", "dont", "doesnt", "didnt", "no", "never", "without", "refuse", "refuses", "refused", "refusing", "refusal", "decline", "declines", "declined", "withdraw", "withdraws", "withdrawn", "withdrew", "withhold", "withholds", "withheld",
        "object", "objects", "objected", "objecting", "opted", "opts", "private", "confidential", "restricted",
    ];

    private static readonly HashSet<string> OfSharing =
    [
        "share", "shared", "sharing", "disclose", "disclosed", "disclosure", "tell", "told", "inform", "informed", "contact", "contacted", "send", "sent", "pass", "passed", "consent", "consents", "consented", "permission", "agree", "agrees", "agreed", "agreement",
        "give", "gives", "gave", "given", "say", "says", "said", "do", "does", "did", "has", "have", "had", "been", "be", "is", "was", "are", "to", "out", "on", "at", "want", "wants", "wanted", "wish", "wishes", "wished", "like", "information", "info", "details", "data", "report", "reports", "anything",
        "know", "knows", "knowing", "see", "sees", "seen", "seeing", "hear", "hears", "involve", "involved", "ask", "asked", "ring", "rung", "call", "called", "happy", "unhappy", "we", "our", "us", "that", "it",
        "with", "from", "for", "by", "this", "present", "moment", "yet", "please", "strictly", "case", "child", "currently",
    ];

    // what limits an agreement, whoever it leaves out
    private static readonly HashSet<string> Limiting =
    [
        "only", "solely", "except", "excluding", "unless", "but", "not", "never", "without", "nobody", "none", "dont", "doesnt", "didnt", "wont", "isnt", "refuses", "refused", "declines", "declined", "objects", "objected", "withdrew", "withdrawn", "no", "first", "rest", "before", "if", "until",
    ];

    private static readonly string[] LimitingPhrases = ["no one", "no other", "no others", "apart from", "other than", "nowhere else"];

    private static readonly string[] NothingAgainst = ["no objection", "no objections", "not object", "doesnt object", "dont object"];

    private static readonly HashSet<string> Titles = ["dr", "mr", "mrs", "ms", "miss", "mx", "prof", "professor", "sir", "dame"];

    /// <summary>Whether the family names the target, or its cover of today: by service, by provider, or by somebody who would open the request.</summary>
    public static bool MayMean(string? doNotShareWith, AskTarget target, AskableDirectory directory, DateOnly today)
    {
        var text = Plain(doNotShareWith);
        if (string.IsNullOrWhiteSpace(text) || directory.Service(target.ServiceId) is not { } service) { return false; }
        return NamesService(text, service, directory) || directory.ReadersOf(target).Any(person => HasName(text, person)) || NamesTitle(doNotShareWith, target, directory)
            || MayMeanCover(doNotShareWith, target, directory.DeliveryFor(target, today), directory);
    }

    /// <summary>Whether words of what a family agreed to leave somebody or something out: "paediatrics only", "not with dietetics". Such words belong under whom not to share with, where they count.</summary>
    public static bool Limits(string? agreedTo)
    {
        var text = NothingAgainst.Aggregate($" {SearchKey.Of(agreedTo)} ", (left, words) => left.Replace($" {words} ", " ", StringComparison.Ordinal));
        return WordsOf(text).Any(w => Limiting.Contains(w)) || LimitingPhrases.Any(p => HasKey(text, p));
    }

    /// <summary>Whether a sentence names, by surname or in full, somebody who would open a request to a target. Of first names alone nobody can tell: Will, Grace and Hope are words too.</summary>
    public static bool NamesReader(string sentence, AskTarget target, AskableDirectory directory)
    {
        var (key, written) = ($" {SearchKey.Of(sentence)} ", NamesIn(sentence));
        return directory.ReadersOf(target).SelectMany(n => n.Names).Select(n => WordsOf(SearchKey.Of(n))).Any(name => name.Length > 1 && (HasKey(key, string.Join(' ', name)) || (written.Contains(name[^1]) && (HasKey(key, $"mrs {name[^1]}") || HasKey(key, $"mr {name[^1]}") || HasKey(key, $"ms {name[^1]}") || HasKey(key, $"miss {name[^1]}") || HasKey(key, $"dr {name[^1]}")))));
    }

    /// <summary>Whether the family names a person, as the directory has them or as their account of a service does.</summary>
    public static bool MayMeanPerson(string? doNotShareWith, AskTarget target, AskableDirectory directory) =>
        Plain(doNotShareWith) is var text && directory.NamesOf(target.ServiceId, directory.Professional(target.ProfessionalId)).Any(person => HasName(text, person));

    /// <summary>Which of those who open a request to a target the family may name.</summary>
    public static IReadOnlyList<string> MeantOf(string? doNotShareWith, AskTarget target, AskableDirectory directory) =>
        Plain(doNotShareWith) is var text && text.Length == 0 ? [] : [.. directory.ReadersOf(target).Where(person => HasName(text, person)).Select(person => person.InWords).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Whether the family names a service that is called so.</summary>
    public static bool MayMeanService(string? doNotShareWith, ServiceCalled service) => Plain(doNotShareWith) is { Length: > 0 } text && NamesService(text, service);

    /// <summary>Whether the family names somebody who is called so.</summary>
    public static bool MayMeanPerson(string? doNotShareWith, PersonCalled person) => HasName(Plain(doNotShareWith), person);

    /// <summary>
    /// Whether the family names the cover who would get the request: the colleague, the covering service or its provider,
    /// or, where the whole service may take it, anybody who works there.
    /// </summary>
    public static bool MayMeanCover(string? doNotShareWith, AskTarget target, Delivery delivery, AskableDirectory directory)
    {
        var text = Plain(doNotShareWith);
        if (string.IsNullOrWhiteSpace(text) || !delivery.HolderIsAway) { return false; }
        if (delivery.CoverService is { } covering) { return NamesService(text, covering, directory) || directory.ReadersOf(AskTarget.Of(covering)).Any(person => HasName(text, person)) || NamesTitle(doNotShareWith, AskTarget.Of(covering), directory); }
        if (NamesTitle(doNotShareWith, delivery.Cover is { } stands ? AskTarget.Of(stands) : new(target.ServiceId, null), directory)) { return true; }
        return (delivery.Cover is { } colleague ? directory.NamesOf(target.ServiceId, colleague) : directory.ReadersOfAllBut(target.ServiceId, target.ProfessionalId)).Any(person => HasName(text, person));
    }

    /// <summary>Whether a request may not go to the cover by itself: the family may mean them, or nobody knows whom it means.</summary>
    /// <param name="doNotShareWith">The wish.</param>
    /// <param name="target">Who is away.</param>
    /// <param name="delivery">Where an email would go.</param>
    /// <param name="directory">The part of the directory that says so.</param>
    /// <param name="board">The whole directory of the board, because a name counts as known wherever it stands in it.</param>
    public static bool KeepsFromCover(string? doNotShareWith, AskTarget target, Delivery delivery, AskableDirectory directory, AskableDirectory board) => delivery.HolderIsAway
        && (MayMeanCover(doNotShareWith, target, delivery, directory) || MeansNobodyKnown([doNotShareWith], board) is not null);

    /// <summary>
    /// The part of some wishes of which the portal can't tell whom it means, or null: some of its words are in nobody's name and no service's,
    /// and it surely means nobody outside health. "The lady who tested her hands" may be anybody whom the DCO service asks, so a person must look;
    /// so may "the bladder nurse", though there are nurses.
    /// </summary>
    public static string? MeansNobodyKnown(IEnumerable<string?> wishes, AskableDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        HashSet<string>? known = null;
        return wishes.SelectMany(SharingWords.PartsOf).FirstOrDefault(part => Plain(part) is var text && WordsOf(text) is { Length: > 0 } words
            && (PointsElsewhere(words) || (!IsReason(words[0]) && !MeansEverybody(text) && !IsOutsideHealth(part) && !IsKnown(part, known ??= WordsOf(directory)))));
    }

    /// <summary>
    /// The first wish that a person must read before anybody is asked, or null: any that may be about somebody in health. The portal marks whom it
    /// may mean and never decides that nobody else is meant.
    /// </summary>
    public static string? ToRead(IEnumerable<string?> wishes) => wishes.FirstOrDefault(w => SharingWords.PartsOf(w).Select((part, i) => (Part: part, Words: WordsOf(SearchKey.Of(part)), IsFirst: i == 0))
        .Any(p => p.Words.Length > 0 && (PointsElsewhere(p.Words) || ((p.IsFirst || !IsReason(p.Words[0])) && !IsOutsideHealth(p.Part)))));

    // "O.T." and "S&LT" are known without their marks
    private static bool IsKnown(string part, HashSet<string> known) =>
        IsKnown(WordsOf(SearchKey.Of(part)), known) || IsKnown(WordsOf(SearchKey.Of(part.Replace(".", "", StringComparison.Ordinal).Replace("&", "", StringComparison.Ordinal))), known);

    private static bool IsKnown(string[] words, HashSet<string> known)
    {
        if (IsAThing(words)) { return false; }
        var said = words.TakeWhile(w => !IsReason(w)).Where(w => w.Length > 1 && !w.Any(char.IsDigit) && !IsOfRefusing(w) && !Beside.Contains(w) && !OutsideHealth.Contains(w) && !Titles.Contains(w) && !Common.Contains(w)).ToList();
        return said.Count > 0 && said.TrueForAll(w => known.Contains(w) || (CalledBy.TryGetValue(w, out var meant) && known.Any(k => k.Contains(meant, StringComparison.Ordinal)))
            || (w.Length >= ShortestMisspelt && (known.Any(k => k.Length >= ShortestMisspelt && MayBe(w, k)) || CalledBy.Keys.Any(c => c.Length >= ShortestMisspelt && NearWords.AreNear(w, c)))) || (w.Length >= ShortestBeginning && known.Any(k => k.StartsWith(w, StringComparison.Ordinal))));
    }

    // "the CAMHS report" and "her mental health" say what must not be shared, and not with whom: anybody may be sent it
    private static bool IsAThing(string[] words) => !words.Any(w => w is "to" or "with") && (words[0] is "what" or "that" || words.Any(Things.Contains) || (words[0] is "his" or "her" or "their" && words[^1] is "health" or "hearing" or "sight" or "eyes" or "speech" or "language" or "needs")
        || (words.Any(w => w is "anything" or "everything") && words.Any(w => w is "from" or "by" or "about" or "of")));

    private static readonly HashSet<string> Things =
        ["report", "reports", "result", "results", "record", "records", "letter", "letters", "notes", "file", "files", "document", "documents", "diagnosis", "diagnoses", "medication", "medicine", "history", "photo", "photos", "email", "emails", "statement", "assessment", "assessments", "information", "info", "details", "data"];

    // by which somebody or something of the directory is called
    private static HashSet<string> WordsOf(AskableDirectory directory) =>
        [.. directory.Services.Select(directory.CalledOf).SelectMany(c => c.Names.Concat(c.Providers).Append(c.ShortProvider)).Concat(directory.Professionals.Select(p => p.JobTitle).OfType<string>()).Concat(directory.KnownNames)
            .SelectMany(n => WordsOf(SearchKey.Of(n))).SelectMany(w => new[] { w, $"{w}s" })];

    // "the clinical psychologist": each of its words is in what somebody is, or in what their service is called
    private static bool NamesTitle(string? wish, AskTarget target, AskableDirectory directory)
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
        || (CalledBy.TryGetValue(typed, out var meant) && word.Contains(meant, StringComparison.Ordinal));

    // "as per form" and "see mum's letter" say where the wish stands, whomever else they name
    private static bool PointsElsewhere(string[] words) => words[0] is "see" or "refer" or "per" or "check" or "same" or "confirmed"
        || (words is ["as", var to, ..] && to is "per" or "discussed" or "agreed" or "last" or "before" or "above" or "previously" or "stated" or "recorded" or "on" or "in");

    /// <summary>Which requests a wish puts before the DCO service: those whose holder it may mean; all, where some of its words name nobody known.</summary>
    /// <param name="doNotShareWith">The wish.</param>
    /// <param name="directory">The whole directory of the board, because a name counts as known wherever it stands in it.</param>
    /// <param name="today">Today in Europe/London.</param>
    public static Func<AdviceRequest, bool> Doubts(string? doNotShareWith, AskableDirectory directory, DateOnly today)
    {
        var isUnclear = MeansNobodyKnown([doNotShareWith], directory) is not null;
        return request => isUnclear || MayMean(doNotShareWith, new(request.ServiceId, request.ProfessionalId), directory, today);
    }

    /// <summary>
    /// Whether a part of a wish surely means nobody of the health services. Whom it means stands in front or behind "not with": "his new school",
    /// "no information to Dad". What follows must be a name or a reason: "the lady who saw him at school" is not the school, and of "Mum isn't happy" nobody can tell who is meant.
    /// </summary>
    internal static bool IsOutsideHealth(string part)
    {
        var words = WordsOf(SearchKey.Of(part));
        var before = words.TakeWhile(w => !OutsideHealth.Contains(w)).ToList();
        var after = words.Skip(before.Count).SkipWhile(w => OutsideHealth.Contains(w) || Beside.Contains(w) || (General.Contains(w) && !OfHealth.Contains(w))).ToList();
        var names = NamesIn(part);
        return !words.Any(OfHealth.Contains) && !(words.Any(w => w is "who") && words.Any(w => w.StartsWith("work", StringComparison.Ordinal))) && before.Count < words.Length && before.TrueForAll(w => Beside.Contains(w) || names.Contains(w) || IsOfRefusing(w))
            && (after.Count == 0 || IsReason(after[0]) || after.TrueForAll(names.Contains) || (part.Contains(':', StringComparison.Ordinal) && after.Exists(w => w is "him" or "her" or "them") && after.TrueForAll(w => Beside.Contains(w) || IsOfRefusing(w))));
    }

    // "school health team" is no school
    private static readonly HashSet<string> OfHealth = ["nhs", "health", "healthcare", "medical", "clinical", "hospital", "hospitals", "clinic", "clinics", "trust", "trusts", "icb", "ics", "dco", "professional", "clinician", "therapist", "therapists", "nurse", "nurses", "doctor", "doctors"];

    private static bool IsOfRefusing(string word) => Refusing.Contains(word) || OfSharing.Contains(word) || General.Contains(word);

    private static bool IsReason(string word) => Explains.Contains(word) || word is "due" or "under" or "until" or "when" or "while" or "following" or "after" or "before";

    // as people write names; a wish that is all in capitals shows none
    private static HashSet<string> NamesIn(string part) => part.Any(char.IsLower)
        ? [.. part.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w.FirstOrDefault(char.IsLetter) is var first && char.IsUpper(first)).SelectMany(w => WordsOf(SearchKey.Of(w))).Where(w => !IsOfRefusing(w))]
        : [];

    // what stands beside somebody who is nobody of the health services
    private static readonly HashSet<string> Beside =
    [
        "his", "her", "their", "him", "them", "birth", "biological", "adoptive", "old", "new", "former", "previous", "present", "next", "other", "both", "own", "late", "elder", "older", "younger", "eldest", "primary", "secondary", "infant", "junior", "special",
        "paternal", "maternal", "great", "half", "again", "anymore", "more", "now", "side", "officer", "office", "home", "room", "at", "mr", "mrs", "ms", "miss",
    ];

    // who refuses may be named before it; "do not tell Dad" is about Dad
    private static bool RefusesAll(string wish)
    {
        var key = SearchKey.Of(wish);
        var all = WordsOf(key);
        // of "No - mum" nobody can tell whether she refuses, or must not know
        var words = (all is ["no", ..] && !all.Any(w => w is "with" or "to" or "from") ? all.Where(w => !OutsideHealth.Contains(w)) : all).SkipWhile(w => OutsideHealth.Contains(w) || w is "the" or "both" or "his" or "her" or "their" or "birth").ToList();
        return words.Exists(Refusing.Contains) && words.TrueForAll(w => Refusing.Contains(w) || OfSharing.Contains(w) || General.Contains(w)) && !Array.Exists(NothingAgainst, n => HasKey($" {key} ", n));
    }

    // "father, who is violent" names one, and says why
    private static readonly HashSet<string> Explains = ["who", "whom", "as", "because", "since", "she", "he", "they"];

    // "S&LT" and "O.T." are written with what the search leaves out
    private static string Plain(string? doNotShareWith) => string.IsNullOrWhiteSpace(doNotShareWith) ? ""
        : RefusesAll(doNotShareWith) ? $" {Everybody[0]} "
        : $" {SearchKey.Of(doNotShareWith)} {SearchKey.Of(doNotShareWith.Replace(".", "", StringComparison.Ordinal).Replace("&", "", StringComparison.Ordinal))} ";

    private static bool HasName(string text, PersonCalled person) => person.Names.Any(name => HasName(text, name));

    private static bool HasName(string text, string name)
    {
        // one name is enough: families write "Dr Shaw", "Gwen" or "Shaw’s team"
        var words = SearchKey.Of(name).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 1 && !Titles.Contains(w));
        return words.Any(w => HasKey(text, w) || HasKey(text, $"{w}s") || (w.Length >= ShortestMisspelt && WordsOf(text).Any(t => NearWords.AreNear(t, w))));
    }

    private static bool NamesService(string text, HealthService service, AskableDirectory directory) => NamesService(text, directory.CalledOf(service));

    private static bool NamesService(string text, ServiceCalled service) =>
        MeansEverybody(text) || service.Providers.Any(name => NamesProvider(text, name)) || Has(text, service.ShortProvider) || service.Names.Any(name => IsCalled(text, SearchKey.Of(name)));

    private static bool IsCalled(string text, string service) =>
        HasKey(text, service)
        || service.Split(' ').Any(w => w.Length >= 4 && !Common.Contains(w) && HasKey(text, w))
        || CalledBy.Any(c => Meant(service).Contains(c.Value, StringComparison.Ordinal) && (HasKey(text, c.Key) || (c.Key.Length >= ShortestMisspelt && WordsOf(text).Any(t => !Common.Contains(t) && NearWords.AreNear(t, c.Key)))))
        || service.Split(' ').Any(w => w.Length >= ShortestMisspelt && !Common.Contains(w) && WordsOf(text).Any(t => MayBe(t, w)))
        || (IsEveryTherapist(text) && service.Contains("therap", StringComparison.Ordinal));

    // a service may be called by its short name too: "CAMHS" is mental health
    private static string Meant(string service) => CalledBy.Where(c => HasKey($" {service} ", c.Key)).Aggregate(service, (name, c) => $"{name} {c.Value}");

    private static bool MeansEverybody(string text) => WordsOf(text).All(General.Contains)
        || WhatNotWhom.Aggregate(text, (left, words) => left.Replace($" {words} ", " ", StringComparison.Ordinal)) is var whom && Everybody.Any(w => HasKey(whom, w));

    private const int ShortestMisspelt = 5;

    private const int ShortestBeginning = 3;

    // "ocupational" and "occ" are both occupational: misspelt, or cut short
    private static bool MayBe(string typed, string word) => !Common.Contains(typed) && (NearWords.AreNear(typed, word) || ShareStem(typed, word) || (typed.Length >= ShortestBeginning && word.StartsWith(typed, StringComparison.Ordinal)));

    private const int ShortestStem = 5;

    private const int LongestEnding = 4;

    // "physiotherapist" and "physiotherapy", "epileptic" and "epilepsy"
    private static bool ShareStem(string typed, string word) => !OutsideHealth.Contains(typed) && typed.Zip(word).TakeWhile(l => l.First == l.Second).Count() is >= ShortestStem and var stem
        && typed.Length - stem <= LongestEnding && word.Length - stem <= LongestEnding;

    private static string[] WordsOf(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    // "the therapists" alone means each of them; "occupational therapists" does not
    private static bool IsEveryTherapist(string text) => WordsOf(text).All(w => IsTherapist(w) || General.Contains(w)) && WordsOf(text).Any(IsTherapist);

    private static bool IsTherapist(string word) => word is "therapist" or "therapists" or "therapy" or "therapies";

    // families leave out "NHS Foundation Trust", and write "and" for "&"
    private static bool NamesProvider(string text, string name)
    {
        var full = $" {SearchKey.Of(name.Replace("&", " and ", StringComparison.Ordinal))} ";
        var plain = full.Split(" nhs ")[0].Trim();
        return Has(text, name) || (plain.Length >= 6 && HasKey(text, plain));
    }

    private static bool Has(string text, string words) => HasKey(text, SearchKey.Of(words));

    private static bool HasKey(string text, string key) => key.Length >= 2 && text.Contains($" {key} ", StringComparison.Ordinal);
}
