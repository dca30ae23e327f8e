using System.Linq.Expressions;
using DcoPortal.Domain.Requests;
using DcoPortal.Domain.Statutory;

namespace DcoPortal.Domain.Figures;

/// <summary>All that decides how a request counts.</summary>
/// <param name="Kind">Statutory advice or early information.</param>
/// <param name="DueOn">The due date as it stands, corrected or not (Europe/London).</param>
/// <param name="Became">What became of it.</param>
/// <param name="BecameOn">On which day; null while open (Europe/London).</param>
/// <param name="ExcusedBy">The exemption beside the due date, or null.</param>
/// <param name="CaseEndedOn">The day on which the assessment ended or moved, or null (Europe/London).</param>
/// <param name="IsInstead">Whether it was made after its due date in place of one that is counted.</param>
public sealed record AdviceFacts(AdviceKind Kind, DateOnly DueOn, Became Became = Became.Nothing, DateOnly? BecameOn = null, ExemptionGround? ExcusedBy = null, DateOnly? CaseEndedOn = null, bool IsInstead = false)
{
    /// <summary>Those of a request.</summary>
    public static AdviceFacts Of(AdviceRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new(request.Kind, request.DueOn, request.Became, request.BecameOn, request.ExcusedBy, request.CaseEndedOn, request.IsInstead);
    }

    /// <summary>The day on which its assessment ended, where that was by the due date and nothing had been given by then: nothing falls due, and nothing is late. Otherwise null (Europe/London).</summary>
    public DateOnly? LapsedOn => CaseEndedOn <= DueOn && (Became == Became.Nothing || BecameOn > DueOn) ? CaseEndedOn : null;
}

/// <summary>The one definition of health advice that fell due and what became of it: in memory, and as SQL.</summary>
public static class AdviceOutcomes
{
    /// <summary>The outcomes that add up to what fell due, in the order in which they are shown.</summary>
    public static IReadOnlyList<AdviceOutcome> Counted { get; } =
        [AdviceOutcome.InTime, AdviceOutcome.Late, AdviceOutcome.NotGivenOpen, AdviceOutcome.NotGivenClosed, AdviceOutcome.Excused, AdviceOutcome.NilReturn];

    /// <summary>The outcomes that a period shows beside its total.</summary>
    public static IReadOnlyList<AdviceOutcome> Beside { get; } = [AdviceOutcome.EndedBefore, AdviceOutcome.SentByMistake, AdviceOutcome.Instead];

    /// <summary>The outcomes of what was not in time.</summary>
    public static IReadOnlyList<AdviceOutcome> Missed { get; } = [AdviceOutcome.Late, AdviceOutcome.NotGivenOpen, AdviceOutcome.NotGivenClosed, AdviceOutcome.Excused];

    /// <summary>Whether the outcome is part of what fell due.</summary>
    public static bool IsCounted(this AdviceOutcome outcome) => outcome <= AdviceOutcome.NilReturn;

    /// <summary>How a request counts on a day.</summary>
    public static AdviceOutcome Of(AdviceFacts request, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request switch
        {
            { Kind: not AdviceKind.Statutory } => AdviceOutcome.Early,
            // a mistake that nobody saw while the time ran is no mistake in the figures, or one click would mend a share
            { Became: Became.Withdrawn } when request.BecameOn <= request.DueOn => AdviceOutcome.SentByMistake,
            { Became: Became.Closed } when request.BecameOn <= request.DueOn => AdviceOutcome.EndedBefore,
            // nothing is owed to an assessment that has ended, whatever is recorded of it afterwards; what came in time was given
            { LapsedOn: not null } => AdviceOutcome.EndedBefore,
            { IsInstead: true } => AdviceOutcome.Instead,
            // a limit is met on its last day, so advice has fallen due when that day is over
            _ when request.DueOn >= today => AdviceOutcome.NotYetDue,
            { Became: Became.NilReturn } => AdviceOutcome.NilReturn,
            { Became: Became.Advice } when request.BecameOn <= request.DueOn => AdviceOutcome.InTime,
            { ExcusedBy: not null } => AdviceOutcome.Excused,
            { Became: Became.Advice } => AdviceOutcome.Late,
            { Became: Became.Closed or Became.Withdrawn } => AdviceOutcome.NotGivenClosed,
            _ => AdviceOutcome.NotGivenOpen,
        };
    }

    /// <inheritdoc cref="Of(AdviceFacts, DateOnly)" />
    public static AdviceOutcome Of(AdviceRequest request, DateOnly today) => Of(AdviceFacts.Of(request), today);

    /// <summary>The twin of <see cref="Of(AdviceFacts, DateOnly)"/> that translates to SQL: the number of the outcome.</summary>
    public static Expression<Func<AdviceRequest, int>> Number(DateOnly today) => r =>
        r.Kind != AdviceKind.Statutory ? (int)AdviceOutcome.Early
        : r.Became == Became.Withdrawn && r.BecameOn <= r.DueOn ? (int)AdviceOutcome.SentByMistake
        : r.Became == Became.Closed && r.BecameOn <= r.DueOn ? (int)AdviceOutcome.EndedBefore
        : r.CaseEndedOn <= r.DueOn && (r.Became == Became.Nothing || r.BecameOn > r.DueOn) ? (int)AdviceOutcome.EndedBefore
        : r.InsteadOfId != null ? (int)AdviceOutcome.Instead
        : r.DueOn >= today ? (int)AdviceOutcome.NotYetDue
        : r.Became == Became.NilReturn ? (int)AdviceOutcome.NilReturn
        : r.Became == Became.Advice && r.BecameOn <= r.DueOn ? (int)AdviceOutcome.InTime
        : r.ExcusedBy != null ? (int)AdviceOutcome.Excused
        : r.Became == Became.Advice ? (int)AdviceOutcome.Late
        : r.Became == Became.Closed || r.Became == Became.Withdrawn ? (int)AdviceOutcome.NotGivenClosed
        : (int)AdviceOutcome.NotGivenOpen;

    /// <summary>Which requests are part of what fell due. Translates to SQL.</summary>
    public static Expression<Func<AdviceRequest, bool>> AreCounted(DateOnly today)
    {
        var number = Number(today);
        return Expression.Lambda<Func<AdviceRequest, bool>>(Expression.LessThanOrEqual(number.Body, Expression.Constant((int)AdviceOutcome.NilReturn)), number.Parameters);
    }

    /// <summary>Which requests fell due, were no nil return and were not in time. Translates to SQL.</summary>
    public static Expression<Func<AdviceRequest, bool>> AreMissed(DateOnly today)
    {
        var number = Number(today);
        var isLate = Expression.GreaterThan(number.Body, Expression.Constant((int)AdviceOutcome.InTime));
        return Expression.Lambda<Func<AdviceRequest, bool>>(Expression.AndAlso(isLate, Expression.LessThan(number.Body, Expression.Constant((int)AdviceOutcome.NilReturn))), number.Parameters);
    }

    /// <summary>Which requests have an outcome on a day. Translates to SQL.</summary>
    public static Expression<Func<AdviceRequest, bool>> Are(AdviceOutcome outcome, DateOnly today)
    {
        var number = Number(today);
        return Expression.Lambda<Func<AdviceRequest, bool>>(Expression.Equal(number.Body, Expression.Constant((int)outcome)), number.Parameters);
    }
}
