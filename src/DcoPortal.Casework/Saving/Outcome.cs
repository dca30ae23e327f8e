namespace DcoPortal.Casework.Saving;

/// <summary>The result of an action of a person or of the portal.</summary>
public enum OutcomeKind
{
    /// <summary>Done now.</summary>
    Done,

    /// <summary>Done before: a second click did nothing.</summary>
    Already,

    /// <summary>Another person changed the record after the page was shown: nothing was changed.</summary>
    ChangedMeanwhile,

    /// <summary>The record does not exist, or is not in the person's scope.</summary>
    NotFound,

    /// <summary>A rule refuses it, in words for people.</summary>
    Refused,
}

/// <summary>The result of a use case: one shape for all of them, which becomes HTTP in one place.</summary>
/// <param name="Kind">The kind of result.</param>
/// <param name="Rule">The rule that refused it, or who was quicker with what, in words for people; null otherwise.</param>
/// <param name="Field">The value that the rule is about, by the use case's name for it; null when the rule is about the whole form.</param>
public sealed record Outcome(OutcomeKind Kind, string? Rule = null, string? Field = null)
{
    /// <summary>Done now.</summary>
    public static readonly Outcome Done = new(OutcomeKind.Done);

    /// <summary>Done before.</summary>
    public static readonly Outcome Already = new(OutcomeKind.Already);

    /// <summary>Another person changed the record first.</summary>
    public static readonly Outcome ChangedMeanwhile = new(OutcomeKind.ChangedMeanwhile);

    /// <summary>Another person changed the record first, and who did what can be said.</summary>
    public static Outcome Overtaken(string happened) => new(OutcomeKind.ChangedMeanwhile, happened);

    /// <summary>The record is not in scope.</summary>
    public static readonly Outcome NotFound = new(OutcomeKind.NotFound);

    /// <summary>A rule refuses it.</summary>
    public static Outcome Refused(string rule, string? field = null) => new(OutcomeKind.Refused, rule, field);

    /// <summary>Whether the wanted state holds now, whichever click or person brought it about.</summary>
    public bool Stands => Kind is OutcomeKind.Done or OutcomeKind.Already;

    /// <summary>The same outcome with a value.</summary>
    public Outcome<T> With<T>(T value) => new(this, value);
}

/// <summary>The result of a use case that returns a value.</summary>
/// <param name="Of">The outcome without the value.</param>
/// <param name="Value">The value; the default unless the outcome stands.</param>
public sealed record Outcome<T>(Outcome Of, T? Value)
{
    /// <summary>The kind of result.</summary>
    public OutcomeKind Kind => Of.Kind;

    /// <summary>Whether the wanted state holds now, whichever click or person brought it about.</summary>
    public bool Stands => Of.Stands;

    /// <summary>An outcome without a value.</summary>
    public static implicit operator Outcome<T>(Outcome outcome) => new(outcome, default);

    /// <summary>Done now, with a value.</summary>
    public static implicit operator Outcome<T>(T value) => new(Outcome.Done, value);
}
