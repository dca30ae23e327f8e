using static DcoPortal.Casework.Wishes.WishWords;

namespace DcoPortal.Casework.Wishes;

/// <summary>Whom families mean who is nobody of the health services: a parent, a relative, the school.</summary>
internal static class OutsideHealth
{
    // of these no request is in doubt
    private static readonly WordSet People = new(
    [
        "father", "dad", "daddy", "mother", "mum", "mummy", "mam", "parent", "stepfather", "stepmother", "stepdad", "stepmum", "step", "partner", "ex", "husband", "wife",
        "boyfriend", "girlfriend", "grandmother", "grandfather", "grandparent", "gran", "granny", "grandma", "grandad", "granddad", "grandpa", "nan", "nana", "nanna", "uncle", "aunt", "auntie", "aunty", "cousin",
        "brother", "sister", "sibling", "family", "relative", "carer", "guardian", "friend", "neighbour", "landlord", "employer", "solicitor", "police", "press", "media",
        "nursery", "preschool", "school", "college", "academy", "teacher", "headteacher", "head", "senco", "sendco", "sen", "tutor", "council", "authority", "housing", "social", "fostering", "foster", "church", "sendiass", "childminder",
    ]);

    // "school health team" is no school
    private static readonly WordSet OfHealth = new("nhs", "health", "healthcare", "medical", "clinical", "hospital", "clinic", "trust", "icb", "ics", "dco", "professional", "clinician", "therapist", "nurse", "doctor");

    /// <summary>Whether a word is one for such a person or place.</summary>
    public static bool Has(string word) => People.Contains(word);

    /// <summary>
    /// Whether a part of a wish surely means nobody of the health services. Whom it means stands in front or behind "not with": "his new school",
    /// "no information to Dad". What follows must be a name or a reason: "the lady who saw him at school" is not the school, and of "Mum isn't happy" nobody can tell who is meant.
    /// </summary>
    public static bool IsMeantBy(string part)
    {
        var words = WordsOf(SearchKey.Of(part));
        var before = words.TakeWhile(w => !People.Contains(w)).ToList();
        var after = words.Skip(before.Count).SkipWhile(w => People.Contains(w) || Beside.Contains(w) || (General.Contains(w) && !OfHealth.Contains(w))).ToList();
        var names = NamesIn(part);
        return !words.Any(OfHealth.Contains) && !(words.Any(w => w is "who") && words.Any(w => w.StartsWith("work", StringComparison.Ordinal))) && before.Count < words.Length && before.TrueForAll(w => Beside.Contains(w) || names.Contains(w) || IsOfRefusing(w))
            && (after.Count == 0 || IsReason(after[0]) || after.TrueForAll(names.Contains) || (part.Contains(':', StringComparison.Ordinal) && after.Exists(w => w is "him" or "her" or "them") && after.TrueForAll(w => Beside.Contains(w) || IsOfRefusing(w))));
    }
}
