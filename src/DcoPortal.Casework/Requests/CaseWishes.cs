using DcoPortal.Casework.Directory;
using DcoPortal.Casework.Wishes;

namespace DcoPortal.Casework.Requests;

/// <summary>
/// All that a case says of whom the family leaves out: the wish that is recorded, those of linked cases, sentences in any of its texts that
/// may be one, and services that the family declined. Whoever asks for advice looks at all of it.
/// </summary>
public sealed class CaseWishes
{
    private readonly List<string> _mentions;

    private CaseWishes(string? recorded, List<string> said, List<string> mentions, IEnumerable<string?> elsewhere)
    {
        (Said, _mentions) = (said, mentions);
        All = [recorded, .. said, .. elsewhere];
    }

    /// <summary>Each wish in words.</summary>
    public IReadOnlyList<string?> All { get; }

    /// <summary>Whether it says anything at all.</summary>
    public bool IsAny => Declined.Count > 0 || _mentions.Count > 0 || All.Any(w => !string.IsNullOrWhiteSpace(w));

    /// <summary>Those that nobody has recorded as a wish.</summary>
    public IReadOnlyList<string> Said { get; }

    /// <summary>The wishes of a case.</summary>
    /// <param name="assessment">The case.</param>
    /// <param name="named">Whom its notification names.</param>
    /// <param name="requests">Its requests.</param>
    /// <param name="elsewhere">What linked cases say.</param>
    public static CaseWishes Of(Assessment assessment, IEnumerable<InvolvedProfessional> named, IEnumerable<AdviceRequest> requests, IEnumerable<string?> elsewhere)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        List<string?> texts = [.. CaseTexts.Of(assessment.Details), .. Corrected(assessment), .. requests.Where(r => r.NilReason == ReplyCode.DeclinedByFamily).Select(r => r.NilNote)];
        return new(assessment.Family.DoNotShareWith, [.. texts.Select(WishInWords.Of).Concat(named.SelectMany(Row)).OfType<string>().Distinct()], [.. texts.SelectMany(WishInWords.Refusals).Distinct()], elsewhere)
        {
            Declined = requests.Where(r => r.NilReason == ReplyCode.DeclinedByFamily).Select(r => r.ServiceId).ToHashSet(),
        };
    }

    /// <summary>Services of which the family has said that it does not want them.</summary>
    public IReadOnlySet<Guid> Declined { get; private init; } = new HashSet<Guid>();

    /// <summary>Whether the family may leave out a target, or its cover of today.</summary>
    public bool MayMean(AskTarget target, AskableDirectory directory, DateOnly today) => Declined.Contains(target.ServiceId)
        || All.Any(w => SharingWishes.MayMean(w, target, directory, today)) || _mentions.Exists(m => SharingWishes.NamesReader(m, target, directory));

    /// <summary>Who of those that would read a request to a target, its cover of today among them, the family may leave out: whoever asks says so of each by name.</summary>
    public IReadOnlyList<string> MeantOf(AskTarget target, AskableDirectory directory, DateOnly today) =>
        [.. All.SelectMany(w => SharingWishes.MeantOf(w, target, directory).Concat(directory.DeliveryFor(target, today).ReadBy(target) is { } cover ? SharingWishes.MeantOf(w, cover, directory) : [])).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];

    /// <summary>What a person must read before anybody is asked, or null.</summary>
    public string? ToRead => UnclearWishes.ToRead(All);

    // "Last seen 2024, do not ask" is about the one who stands in the row
    private static IEnumerable<string?> Row(InvolvedProfessional named) =>
        new[] { named.LastSeen, named.Contact }.Select(t => WishInWords.Of(t) ?? (t is not null && Objections.Any(o => t.Contains(o, StringComparison.OrdinalIgnoreCase)) ? t : null)).OfType<string>().Select(t => $"Do not ask {named.Words}; {t}");

    private static readonly string[] Objections = ["object", "refus", "declin", "do not", "don't", "don’t", "not to ask"];

    // what an import left to be corrected counts until the family has said something here
    private static IEnumerable<string?> Corrected(Assessment assessment) => assessment.Family.SharingSaidBy is null
        ? assessment.ToCorrect.Concat(assessment.DealtWithCells.Where(c => assessment.IsPutRight(c.Field))).Select(c => c.Given).Where(g => assessment.Family.DoNotShareWith?.Contains(g, StringComparison.OrdinalIgnoreCase) != true) : [];
}
