using System.Linq.Expressions;
using DcoPortal.Domain.Requests;

namespace DcoPortal.Domain.Figures;

/// <summary>How late advice came, in bands of days after the due date.</summary>
public enum LateBand
{
    /// <summary>1 to 5 days.</summary>
    UpTo5,

    /// <summary>6 to 20 days.</summary>
    UpTo20,

    /// <summary>21 to 42 days.</summary>
    UpTo42,

    /// <summary>43 days or more.</summary>
    Over42,
}

/// <summary>The one definition of the bands: in memory, and as SQL.</summary>
public static class LateBands
{
    /// <summary>The band of a number of days after the due date.</summary>
    public static LateBand Of(int daysLate) => daysLate switch { <= 5 => LateBand.UpTo5, <= 20 => LateBand.UpTo20, <= 42 => LateBand.UpTo42, _ => LateBand.Over42 };

    /// <summary>The twin that translates to SQL: the number of the band of advice that came late.</summary>
    public static Expression<Func<AdviceRequest, int>> Number { get; } = r =>
        r.BecameOn <= r.DueOn.AddDays(5) ? (int)LateBand.UpTo5
        : r.BecameOn <= r.DueOn.AddDays(20) ? (int)LateBand.UpTo20
        : r.BecameOn <= r.DueOn.AddDays(42) ? (int)LateBand.UpTo42
        : (int)LateBand.Over42;

    /// <summary>Which requests that came late are of a band. Translates to SQL.</summary>
    public static Expression<Func<AdviceRequest, bool>> Are(LateBand band) =>
        Expression.Lambda<Func<AdviceRequest, bool>>(Expression.Equal(Number.Body, Expression.Constant((int)band)), Number.Parameters);
}
