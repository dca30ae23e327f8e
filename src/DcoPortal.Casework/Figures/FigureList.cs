using DcoPortal.Casework.Requests;
using DcoPortal.Domain.Figures;

namespace DcoPortal.Casework.Figures;

/// <summary>The list behind a figure: requests that fell due in a period, perhaps of one outcome and one part of it.</summary>
public sealed record FigureList
{
    /// <summary>The period of the due dates.</summary>
    public required FigurePeriod Period { get; init; }

    /// <summary>The outcome, or null for all that fell due.</summary>
    public AdviceOutcome? Outcome { get; init; }

    /// <summary>Whether it shows what was not in time, whatever the outcome; nil returns are left out.</summary>
    public bool IsMissed { get; init; }

    /// <summary>Where most of the days went of what was not in time, or null.</summary>
    public DelayCause? Cause { get; init; }

    /// <summary>The name of a <see cref="LateReason"/>, or <see cref="LateReasons.None"/>; null for any.</summary>
    public string? Why { get; init; }

    /// <summary>How late the advice came, or null.</summary>
    public LateBand? Band { get; init; }

    /// <summary>The reason of the nil return, or null.</summary>
    public ReplyCode? Nil { get; init; }

    /// <summary>The ground of the exemption, or null.</summary>
    public ExemptionGround? Ground { get; init; }

    /// <summary>Where an open request stands, or null; answered and being checked is one place.</summary>
    public RequestStage? Stage { get; init; }

    /// <summary>Board, need, age and route. Lists have filters of their own for the rest.</summary>
    public FigureFilters Of { get; init; } = new();

    /// <summary>The day on which the figure was counted (Europe/London).</summary>
    public required DateOnly Today { get; init; }

    /// <summary>What the list shows, in words.</summary>
    public string Words
    {
        get
        {
            var part = Band?.Label() ?? Nil?.Label() ?? (Ground is { } ground ? FigureWords.Label(ground) : Stage is { } stage ? FigureWords.OpenLabel(stage) : null);
            string?[] of =
            [
                Outcome?.Label(), IsMissed || Cause is not null || Why is not null ? "not in time" : null, Why is null ? null : Reason is { } reason ? reason.Said() : FigureWords.NoReason, Cause is { } cause ? $"most of its days {cause.Phrase()}" : null, part,
                Of.Need is { } need ? $"primary need {FigureWords.RowName(FigureCut.Need, need)}" : null,
                Of.Age is { } age ? $"age {FigureWords.RowName(FigureCut.Age, age)}" : null,
                Of.Route is { } route ? FigureWords.RowName(FigureCut.Route, route) : null,
                Of.Board is null ? null : "one integrated care board",
            ];
            var words = string.Join("; ", of.OfType<string>());
            return $"Showing only advice that fell due in {Period.Name}{(words.Length == 0 ? "" : $": {words.ToLower(UkText.Culture)}")}.";
        }
    }

    /// <summary>The same as words of an address.</summary>
    public IEnumerable<(string Key, string? Value)> Address =>
    [
        ("due", Period.Word), ("outcome", Outcome?.ToString()), ("missed", IsMissed ? "true" : null), ("days", Cause?.ToString()), ("why", Why), ("band", Band?.ToString()), ("nil", Nil?.ToString()), ("ground", Ground?.ToString()), ("open", Stage?.ToString()),
        ("board", Of.Board?.ToString()), ("need", Of.Need), ("age", Of.Age), ("route", Of.Route),
    ];

    /// <summary>The requests of the list.</summary>
    public IQueryable<AdviceRequest> Apply(IQueryable<AdviceRequest> requests, PortalDb db)
    {
        var found = Of.ApplyToCase(DueIn(requests, Period), db);
        found = Outcome is { } outcome ? found.Where(AdviceOutcomes.Are(outcome, Today)) : found.Where(AdviceOutcomes.AreCounted(Today));
        if (IsMissed || Cause is not null || Why is not null) { found = found.Where(AdviceOutcomes.AreMissed(Today)); }
        if (Cause is { } cause) { found = found.Where(DelayCauses.Are(cause, Today)); }
        if (Why is not null) { found = found.Where(LateReasons.Are(Reason)); }
        if (Band is { } band) { found = found.Where(LateBands.Are(band)); }
        if (Nil is { } nil) { found = found.Where(r => r.FirstNilReason == nil); }
        if (Ground is { } ground) { found = found.Where(r => r.ExcusedBy == ground); }
        if (Stage is { } stage) { found = stage == RequestStage.ToCheck ? found.Where(r => r.Stage == RequestStage.ToCheck || r.Stage == RequestStage.ToReturn) : found.Where(r => r.Stage == stage); }
        return found;
    }

    // a word that is no reason asks for those without one
    private LateReason? Reason => Enum.TryParse<LateReason>(Why, out var reason) && Enum.IsDefined(reason) ? reason : null;

    /// <summary>Statutory requests whose due date lies in a period: the range that the index of figures holds.</summary>
    public static IQueryable<AdviceRequest> DueIn(IQueryable<AdviceRequest> requests, FigurePeriod period)
    {
        var (from, to) = (period.From, period.To);
        return requests.Where(r => r.Kind == AdviceKind.Statutory && r.DueOn >= from && r.DueOn <= to);
    }
}
