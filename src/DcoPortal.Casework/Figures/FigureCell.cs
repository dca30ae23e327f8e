using DcoPortal.Domain.Figures;

namespace DcoPortal.Casework.Figures;

/// <summary>How many requests of one row have one outcome.</summary>
/// <param name="Key">The row: an id, a code, a name, or a month as in "2026-11".</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Count">How many.</param>
public sealed record FigureCell(string Key, AdviceOutcome Outcome, int Count);

/// <summary>How many requests of one outcome share a detail of it.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Band">Of advice that came late: how late.</param>
/// <param name="Nil">Of a nil return: why.</param>
/// <param name="Ground">Of what is excused: the ground.</param>
/// <param name="Stage">Of what is open: where it stands.</param>
/// <param name="Count">How many.</param>
public sealed record FigureDetail(AdviceOutcome Outcome, LateBand? Band, ReplyCode? Nil, ExemptionGround? Ground, RequestStage? Stage, int Count);

/// <summary>Where the days went of what was not in time.</summary>
/// <param name="Cause">The cause.</param>
/// <param name="Count">For how many requests it took the most days.</param>
/// <param name="Days">The days that it took, of all that was not in time.</param>
public sealed record CauseCount(DelayCause Cause, int Count, int Days);

/// <summary>How many requests that were not in time have one reason.</summary>
/// <param name="Reason">The reason, as it was said; null where nobody has said one.</param>
/// <param name="Count">How many.</param>
public sealed record ReasonCount(LateReason? Reason, int Count);

/// <summary>Plans of one lateness, and how late the last advice for them was.</summary>
/// <param name="DaysLate">Days after the plan's own limit; nought or less is in time.</param>
/// <param name="HealthDays">Days by which the latest advice passed its own due date; nought where none did.</param>
/// <param name="Lacking">Whether the plan lacks advice that was asked for.</param>
/// <param name="Count">How many plans.</param>
public sealed record PlanCount(int DaysLate, int HealthDays, bool Lacking, int Count);
