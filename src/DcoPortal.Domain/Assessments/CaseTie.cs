using DcoPortal.Domain.Facts;
using DcoPortal.Domain.Questions;

namespace DcoPortal.Domain.Assessments;

/// <summary>What somebody decided about two cases that look like one child's.</summary>
public enum TieKind
{
    /// <summary>Two assessments of one child: both go on, and each shows the other.</summary>
    SameChild,

    /// <summary>One assessment that was logged twice: one case has become part of the other.</summary>
    SameAssessment,

    /// <summary>Two children, such as twins: never asked again.</summary>
    OtherChild,
}

/// <summary>Who decides about two cases, and why.</summary>
/// <param name="Side">The side of the case.</param>
/// <param name="Name">The person.</param>
/// <param name="Reason">Why, in their words.</param>
/// <param name="Utc">When, UTC.</param>
/// <param name="On">The day of that (Europe/London).</param>
public sealed record TieDecision(CaseSide Side, string Name, string Reason, DateTime Utc, DateOnly On);

/// <summary>A decision about two cases of one authority and board. There is one for each pair.</summary>
public sealed class CaseTie : ICaseRow, IAudited, IVersioned
{
    /// <summary>Longest reason, in characters.</summary>
    public const int ReasonLength = 1000;

    /// <summary>Longest record of what a merge changed, in characters.</summary>
    public const int BeforeLength = 400_000;

    private CaseTie() { }

    private CaseTie(Assessment one, Assessment other, TieKind kind, TieDecision decision)
    {
        Id = Guid.CreateVersion7();
        AssessmentId = one.Id;
        Reference = one.Reference;
        OtherId = other.Id;
        OtherReference = other.Reference;
        LocalAuthorityId = one.LocalAuthorityId;
        IcbId = one.IcbId;
        PairKey = PairKeyOf(one.Reference, other.Reference);
        Take(kind, decision);
    }

    public Guid Id { get; private set; }

    /// <inheritdoc />
    public Guid Version { get; set; }

    /// <summary>One of the two; the one that stays, of two that were merged.</summary>
    public Guid AssessmentId { get; private set; }

    /// <summary>Its reference.</summary>
    public string Reference { get; private set; } = "";

    /// <summary>The other; the one that became part of the first, of two that were merged.</summary>
    public Guid OtherId { get; private set; }

    /// <summary>The other's reference.</summary>
    public string OtherReference { get; private set; } = "";

    /// <inheritdoc />
    public Guid LocalAuthorityId { get; private set; }

    /// <inheritdoc />
    public Guid IcbId { get; private set; }

    /// <summary>Both references in order, so that two people who decide at once decide once.</summary>
    public string PairKey { get; private set; } = "";

    /// <summary>What was decided.</summary>
    public TieKind Kind { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The side that decided.</summary>
    public CaseSide DecidedBy { get; private set; }

    /// <summary>The person who decided.</summary>
    public string DecidedByName { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime DecidedUtc { get; private set; }

    /// <summary>The day of that (Europe/London): a merge can be undone until it is over.</summary>
    public DateOnly DecidedOn { get; private set; }

    /// <summary>What a merge changed, as it was before, so that it can be undone; null otherwise. Personal data.</summary>
    public string? Before { get; private set; }

    Guid? IAudited.AuditedAssessmentId => AssessmentId;

    /// <summary>The key of a pair, whichever stands first.</summary>
    public static string PairKeyOf(string one, string other) => string.CompareOrdinal(one, other) < 0 ? $"{one}|{other}" : $"{other}|{one}";

    /// <summary>Says that two cases are of one child, or of two.</summary>
    /// <exception cref="DomainRuleException">They are not of one authority and board.</exception>
    public static CaseTie Of(Assessment one, Assessment other, TieKind kind, TieDecision decision)
    {
        RequireOnePlace(one, other);
        return new(one, other, kind, decision);
    }

    /// <summary>Says it anew, of two cases that are not merged.</summary>
    public void Take(TieKind kind, TieDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        if (Before is not null) { throw new DomainRuleException($"{OtherReference} is part of {Reference}."); }
        Kind = kind;
        (DecidedBy, DecidedByName, Reason, DecidedUtc, DecidedOn) = (decision.Side, decision.Name, decision.Reason, decision.Utc, decision.On);
    }

    /// <summary>Who said it, and why.</summary>
    public TieDecision Decision => new(DecidedBy, DecidedByName, Reason, DecidedUtc, DecidedOn);

    /// <summary>A merge of the two was undone: what had been said of them before stands again.</summary>
    public void PutBack(TieKind kind, TieDecision decision)
    {
        Before = null;
        Take(kind, decision);
    }

    /// <summary>Keeps what a merge changed.</summary>
    /// <param name="kept">The case that stays.</param>
    /// <param name="merged">The case that became part of it.</param>
    /// <param name="before">What it changed, as stored.</param>
    public void Merged(Assessment kept, Assessment merged, string before)
    {
        (AssessmentId, Reference, OtherId, OtherReference, Kind, Before) = (kept.Id, kept.Reference, merged.Id, merged.Reference, TieKind.SameAssessment, before);
    }

    /// <summary>Why this side cannot undo the decision today, in a sentence, or null when it can.</summary>
    public string? WhyNotUndo(CaseSide side, DateOnly today) =>
        Kind != TieKind.SameAssessment ? "Only cases that were merged are put apart again. Decide anew instead."
        : DecidedOn != today ? "A merge can be undone on the day on which it was made."
        : DecidedBy != side ? $"Only {(DecidedBy == CaseSide.LocalAuthority ? "the local authority" : "the DCO service")}, which merged these cases, can undo it."
        : null;

    /// <summary>The fact for one of the two cases, of a decision that merges nothing.</summary>
    public AuditFact FactFor(Assessment assessment) =>
        new SameChildDecided(assessment.Keys, assessment.Id == AssessmentId ? OtherReference : Reference, Kind == TieKind.SameChild, Reason);

    internal static void RequireOnePlace(Assessment one, Assessment other)
    {
        if (one.Id == other.Id) { throw new DomainRuleException("Enter the reference of the other case."); }
        if (one.LocalAuthorityId != other.LocalAuthorityId) { throw new DomainRuleException("Only two cases of one local authority can be compared."); }
        if (one.IcbId != other.IcbId) { throw new DomainRuleException("These cases are with two integrated care boards, so that neither could see the whole."); }
    }
}
