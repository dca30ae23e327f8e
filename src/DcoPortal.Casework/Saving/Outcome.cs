namespace DcoPortal.Casework.Saving;

/// <summary>What came of something that a person, or the portal, wanted to do.</summary>
public enum OutcomeKind
{
    /// <summary>Done now.</summary>
    Done,

    /// <summary>Done before: nothing was done twice.</summary>
    Already,

    /// <summary>Somebody changed it after the page was shown: nothing was changed.</summary>
    ChangedMeanwhile,

    /// <summary>Not there, or not in the person's scope.</summary>
    NotFound,

    /// <summary>A rule refuses it, in words for people.</summary>
    Refused,
}

/// <summary>What came of a use case: one shape for all of them, which becomes HTTP in one place.</summary>
/// <param name="Kind">What came of it.</param>
/// <param name="Rule">The rule that refused it, in words for people; null otherwise.</param>
/// <param name="Field">The value that the rule is about, by the name that the use case gives it; null when it is about the whole.</param>
public sealed record Outcome(OutcomeKind Kind, string? Rule = null, string? Field = null)
{
    /// <summary>Done now.</summary>
    public static readonly Outcome Done = new(OutcomeKind.Done);

    /// <summary>Done before.</summary>
    public static readonly Outcome Already = new(OutcomeKind.Already);

    /// <summary>Somebody was quicker with something else.</summary>
    public static readonly Outcome ChangedMeanwhile = new(OutcomeKind.ChangedMeanwhile);

    /// <summary>Not in scope.</summary>
    public static readonly Outcome NotFound = new(OutcomeKind.NotFound);

    /// <summary>A rule refuses it.</summary>
    public static Outcome Refused(string rule, string? field = null) => new(OutcomeKind.Refused, rule, field);

    /// <summary>Whether it stands now, whoever did it.</summary>
    public bool Stands => Kind is OutcomeKind.Done or OutcomeKind.Already;

    /// <summary>The same, with what there is to tell.</summary>
    public Outcome<T> With<T>(T value) => new(this, value);
}

/// <summary>What came of a use case that has something to tell.</summary>
/// <param name="Of">What came of it.</param>
/// <param name="Value">What there is to tell; the default unless it stands.</param>
public sealed record Outcome<T>(Outcome Of, T? Value)
{
    /// <summary>What came of it.</summary>
    public OutcomeKind Kind => Of.Kind;

    /// <summary>Whether it stands now, whoever did it.</summary>
    public bool Stands => Of.Stands;

    /// <summary>Nothing to tell.</summary>
    public static implicit operator Outcome<T>(Outcome outcome) => new(outcome, default);

    /// <summary>Done now, with what there is to tell.</summary>
    public static implicit operator Outcome<T>(T value) => new(Outcome.Done, value);
}
