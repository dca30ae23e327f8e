using System.Globalization;
using DcoPortal.Domain.Text;

namespace DcoPortal.Domain.Statutory.Forecasting;

// whether the final plan can be in time: what the law still allows comes first, then the usual pace
internal static class PlanForecast
{
    public static Milestone? Of(ForecastInput input, Deadline plan, IReadOnlyList<ExpectedAnswer> answers)
    {
        var due = DeadlineWords.Day(plan.Due);
        if (input.Today > plan.Due) { return new(plan, Outlook.OutOfReach, null, $"{due} has passed."); }
        var comments = StatutoryRules.For(DeadlineKind.DraftPlanComments, null, input.Today).Limit;
        if (input.DraftServedOn is { } served) { return Checked(Lacking(StillOut(AsRecorded(Served(plan, served, comments.DueFrom(served), input.Today), input), answers), input), input); }
        var draftBy = plan.Due.AddDays(-comments.Length);
        if (input.Today > draftBy)
        {
            return new(plan, Outlook.OutOfReach, null,
                $"{due} cannot be kept any more{(answers.Count > 0 ? ", even if every answer came today" : input.Outstanding.Count > 0 ? ", even if every answer were returned today" : "")}: the family must have {comments.Words} for the draft, which had to be served by {DeadlineWords.Day(draftBy)}.");
        }

        if (!input.IsAsked && !IsExpectedLate(input, plan)) { return null; }
        var pace = AsRecorded(Paced(input, plan, answers, comments), input);
        return pace with { Words = $"{pace.Words} The family must have the draft by {DeadlineWords.Day(draftBy)}." };
    }

    private static Milestone Paced(ForecastInput input, Deadline plan, IReadOnlyList<ExpectedAnswer> answers, TimeLimit comments) =>
        answers.Count > 0 ? Checked(WaitingForecast.Of(input, plan, answers), input)
        : input.WithDco.Count > 0 ? AllWithDco(input, plan)
        : input.Without is WithoutAdvice.DcoToDecide or WithoutAdvice.DcoToAsk ? WithoutAny(input, plan)
        : Drafting(input, plan, comments);

    private static bool IsExpectedLate(ForecastInput input, Deadline plan) => input.PlanExpectedOn > plan.Due;

    // the authority knows better than any pace when its own plan comes
    private static Milestone AsRecorded(Milestone pace, ForecastInput input) => !pace.IsStillReachable || !IsExpectedLate(input, pace.Deadline) ? pace : pace with
    {
        Outlook = Outlook.ExpectedLate,
        ExpectedOn = pace.ExpectedOn > input.PlanExpectedOn ? pace.ExpectedOn : input.PlanExpectedOn,
        Words = $"{DeadlineWords.Day(pace.Deadline.Due)} can still be kept, but the local authority now expects the plan on {DeadlineWords.Day(input.PlanExpectedOn!.Value)}, as recorded with its exemption.",
    };

    private static Milestone Served(Deadline plan, DateOnly served, DateOnly lastToComment, DateOnly today)
    {
        var (due, on, until) = (DeadlineWords.Day(plan.Due), DeadlineWords.Day(served), DeadlineWords.Day(lastToComment));
        if (lastToComment >= plan.Due) { return new(plan, Outlook.OutOfReach, null, $"{due} cannot be kept any more: the draft was served on {on}, and the family has until {until} to comment."); }
        return today > lastToComment
            ? new(plan, Outlook.OnCourse, today, $"{due} can be kept: the draft was served on {on}, and the family's time to comment ended on {until}.")
            : new(plan, Outlook.OnCourse, lastToComment.AddDays(1), $"{due} can be kept: the draft was served on {on}. The family has until {until} to comment, and the final plan can follow.");
    }

    // a draft may be served before every answer is in; that the date can be kept then says nothing of the advice
    private static Milestone StillOut(Milestone served, IReadOnlyList<ExpectedAnswer> answers) => answers.Count == 0 ? served : served with
    {
        Words = $"{served.Words} The advice of {answers[0].Request.History.ServiceName}{(answers.Count == 1 ? " is" : answers.Count == 2 ? " and of 1 other is" : $" and of {answers.Count - 1} others is")} {(answers.All(a => a.Request.IsWithNobody) ? "asked of nobody now" : "still out")}, and the plan lacks it until it comes.",
    };

    // where nobody is waited for, a draft that was served brings no advice either
    private static Milestone Lacking(Milestone served, ForecastInput input)
    {
        var without = input.WhyNone is { } why ? $" A plan issued now would lack the medical advice of regulation 6(1)(c) ({why})." : input.LacksAsked && input.Outstanding.Count == 0 ? " What was never given, or withdrawn, is lacking." : "";
        return served with { Words = $"{served.Words}{without}{(AfterNone(input) is { } next ? $" {next.Capitalised()}." : "")}" };
    }

    // what is still to be done about advice that nobody has
    private static string? AfterNone(ForecastInput input) => input.Without switch
    {
        WithoutAdvice.DcoToAsk => "no service has been asked for the health assessment that was commissioned",
        WithoutAdvice.DcoToDecide => "what follows is for the Designated Clinical Officer to decide",
        _ => null,
    };

    private static Milestone Drafting(ForecastInput input, Deadline plan, TimeLimit comments)
    {
        var (start, due) = (input.NothingAwaitedOn, DeadlineWords.Day(plan.Due));
        var end = start.AddDays(input.DraftingDays);
        var (since, usual, ready) = (Since(input, start), DeadlineWords.Days(input.DraftingDays), DeadlineWords.Day(end));
        var earliest = comments.DueFrom(input.Today).AddDays(1);
        if (end < earliest)
        {
            return new(plan, Outlook.Tight, null,
                $"{since.Capitalised()}: at the usual pace of {usual} the family should have had the draft by {DeadlineWords.Day(end.AddDays(-comments.Length))}. {due} can still be kept: served today, the draft allows a final plan from {DeadlineWords.Day(earliest)}.");
        }
        return end > plan.Due
            ? new(plan, Outlook.ExpectedLate, end, $"{due} can still be kept, but not at the usual pace: {since}, and {usual} to draft, with the family's {comments.Words} in them, make {ready}.")
            : new(plan, Outlook.OnCourse, end, $"{due} is on course to be kept: {since}, and {usual} to draft, with the family's {comments.Words} in them, make {ready}.");
    }

    // what an answer says nobody but health knows before it is returned: it may be that there is no advice
    private static Milestone AllWithDco(ForecastInput input, Deadline plan)
    {
        var (count, last) = (input.WithDco.Count, DeadlineWords.Day(input.WithDco.Max(r => r.AnsweredOn!.Value)));
        return new(plan, Outlook.WaitsForDco, null, $"Whether {DeadlineWords.Day(plan.Due)} will be kept cannot be said before the DCO service has checked and returned what was answered: {(count == 1 ? $"1 answer, of {last}, waits" : $"{count.ToString(CultureInfo.InvariantCulture)} answers, the last of {last}, wait")} for it.");
    }

    private static Milestone Checked(Milestone pace, ForecastInput input) => input.WithDco.Count is 0 ? pace : pace with
    {
        Words = $"{pace.Words} {(input.WithDco.Count == 1 ? "1 answer is" : $"{input.WithDco.Count.ToString(CultureInfo.InvariantCulture)} answers are")} with the DCO service, to check and return.",
    };

    // what the plan waits for is no answer, and how long an assessment takes nobody has yet asked for cannot be said
    private static Milestone WithoutAny(ForecastInput input, Deadline plan) => new(plan, Outlook.WaitsForDco, null,
        $"Whether {DeadlineWords.Day(plan.Due)} will be kept cannot be said: {(input.WhyNone is { } why ? $"the medical advice of regulation 6(1)(c) is lacking ({why})" : "no service that answered has advice")}, and {AfterNone(input)}.");

    private static string Since(ForecastInput input, DateOnly start)
    {
        var day = DeadlineWords.Day(start);
        return input.Without == WithoutAdvice.NoNeedsKnown || input.WhyNone is not null ? $"nothing more has been awaited since {day}{(input.WhyNone is { } why ? $" (the medical advice of regulation 6(1)(c) is lacking: {why})" : "")}"
            : start != (input.AdviceInOn ?? input.Today) ? $"nothing more has been awaited since {day}{(input.LacksAsked ? " (what was never given, or withdrawn, is lacking)" : "")}"
            : input.LacksAsked ? $"all advice that stands has been in since {day} (what was never given, or withdrawn, is lacking)"
            : $"all advice has been in since {day}";
    }
}
