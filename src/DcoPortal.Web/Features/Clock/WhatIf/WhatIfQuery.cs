using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Clock;
using DcoPortal.Domain.Text;
using DcoPortal.Web.Platform.Ui.Timeline;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace DcoPortal.Web.Features.Clock.WhatIf;

/// <summary>Computes the page. It reads the settings of the person's organisation and no case, and stores nothing.</summary>
public sealed class WhatIfQuery(ClockSettingsQuery settings, CurrentPerson person, UkClock clock)
{
    private const int FirstYear = 2000, LastYear = 2099;

    /// <summary>The page for the address; errors go to their fields.</summary>
    public async Task<WhatIfPage> RunAsync(WhatIfForm form, ModelStateDictionary errors, CancellationToken ct)
    {
        var today = clock.Today;
        if (form.Route is not { } route)
        {
            if (form.LacksRoute) { errors.AddModelError(WhatIfForm.RouteName, "Select how the work came about"); }
            return new WhatIfPage { Today = today, Exemption = new() };
        }
        var own = await settings.ForAsync(person.Scope.LocalAuthorityId, person.Scope.IcbId, ct);
        var used = new ClockSettings(form.DayOne ?? own.DayOne, own.EarlyInformationDays, own.InternalTurnaroundDays, own.DraftingDays);
        var nothing = StatutoryClock.For(route, new ClockFacts(), used);
        // a day that only ends a time is asked for as well, or what was done would be called late
        List<EventField> events = [.. nothing.AwaitedEvents.Concat(nothing.Awaited.Select(r => r.DoneBy).OfType<ClockEvent>()).Distinct().Select(e => FieldOf(e, nothing.Awaited, form))];
        var days = Days(route, events, form, errors);
        var facts = new ClockFacts(days);
        var counted = StatutoryClock.For(route, facts, used);
        var reading = counted with { Deadlines = [.. counted.Deadlines.Select(d => d.GivenToday(today))] };
        var exemption = ExemptionTrial.Of(route, events, reading, form, errors);
        return new WhatIfPage
        {
            Today = today,
            Route = route,
            Events = events,
            DayOne = used.DayOne,
            DayOneFrom = form.DayOne is null && person.Scope.Kind == ScopeKind.LocalAuthority ? person.Actor.Organisation : null,
            Lines = [.. reading.Deadlines.Select(d => LineOf(d, today, DoneOn(d, facts)))],
            Overtaken = [.. ContradictingDays.Overtaken(days.ToDictionary(d => d.Item1, d => d.Item2)).Select(o => $"{WhatIfWords.LabelOf(o.Earlier)}, {UkText.LongDate(o.On)}, starts nothing any more: what the family said on {UkText.LongDate(o.Now)} counts.")],
            Awaited = [.. reading.AwaitedEvents.Select(e => FieldOf(e, reading.Awaited, form))],
            Exemption = exemption,
            Timeline = OriginRoutes.OfAssessments.Contains(route) ? TimelineOf(reading, facts, today, exemption.Verdict is { MayBeReliedOn: true } ? form.Limit : null) : null,
        };
    }

    /// <summary>The day of a field, or null with an error where it is not a day.</summary>
    internal static DateOnly? Day(DateInput typed, string name, string label, ModelStateDictionary errors)
    {
        if (typed.Problem(label) is { } problem) { errors.AddModelError(name, problem); }
        else if (typed.TryGet(out var day))
        {
            if (day.Year is >= FirstYear and <= LastYear) { return day; }
            errors.AddModelError(name, $"{label} must be between {FirstYear} and {LastYear}");
        }
        return null;
    }

    private static List<(ClockEvent, DateOnly)> Days(OriginRoute route, List<EventField> events, WhatIfForm form, ModelStateDictionary errors)
    {
        List<(ClockEvent, DateOnly)> days = [];
        foreach (var field in events)
        {
            if (Day(field.Typed, field.Event.ToString(), field.Label, errors) is not { } day) { continue; }
            // no date is made for a day on which the law did not say so
            if (StatutoryRules.FirstDayOf(route, field.Event) is { } law && day < law) { errors.AddModelError(field.Event.ToString(), $"{field.Label} must be on or after {UkText.LongDate(law)}: before that day this was not the law"); }
            else { days.Add((field.Event, day)); }
        }
        foreach (var (at, words) in ContradictingDays.Of(days.ToDictionary(d => d.Item1, d => d.Item2)))
        {
            errors.AddModelError(at.ToString(), words);
            days.RemoveAll(d => d.Item1 == at);
        }
        if (days.Count == 0 && errors.IsValid && form.Sent(events.Select(e => e.Event.ToString())))
        {
            errors.AddModelError(events[0].Event.ToString(), "Enter at least one date");
        }
        return days;
    }

    private static EventField FieldOf(ClockEvent e, IReadOnlyCollection<StatutoryRule> rules, WhatIfForm form) =>
        new(e, WhatIfWords.LabelOf(e), WhatIfWords.HintOf(e, rules), form.Day(e.ToString()));

    private static WhatIfLine LineOf(Deadline d, DateOnly today, DateOnly? doneOn)
    {
        var whose = DutyHolders.NameOf(d.Rule.Holder);
        return new(d, DeadlineNames.Of(d), whose.Capitalised(), d.Status(today, doneOn), StatusWords(d, today, doneOn));
    }

    // the page knows the days that were entered, and of most duties none that says they were done
    private static string StatusWords(Deadline d, DateOnly today, DateOnly? doneOn) =>
        DeadlineStatus.Words(d, today, doneOn) + (doneOn is null && d is { OrLater: null, Rule: { IsLeastTime: false, IsRight: false, OnlyIf: null } } && d.Status(today, null) == RagStatus.Overdue ? ", unless it was done" : "");

    /// <summary>The entered day that says that the duty was done, such as that of a notice; null where none was entered or the page asks for none.</summary>
    // what was done before the time began, or before what must come first, was not done for it
    private static DateOnly? DoneOn(Deadline d, ClockFacts facts) =>
        d.Rule.DoneBy is { } done && facts.DayOf(done) is { } on && on >= d.Anchor && !IsOfOneBefore(d, facts, on) ? on : null;

    // a notice without the meeting that it follows, or after one on the day of the last review, ended that review
    private static bool IsOfOneBefore(Deadline d, ClockFacts facts, DateOnly on) =>
        d.Rule.NotDoneBefore is { } first && (facts.DayOf(first) is not { } begun || begun <= d.Anchor || on < begun);

    private static TimelineModel? TimelineOf(ClockReading reading, ClockFacts facts, DateOnly today, string? exempt)
    {
        // drawn like a recorded exemption: hatched beside a date that stays
        bool Tried(Deadline d) => exempt is not null && (d.Rule.Key == exempt || d.GaveWay?.Rule.Key == exempt);
        DeadlineKind[] marked = [DeadlineKind.DecisionToAssess, DeadlineKind.NoPlanNotice, DeadlineKind.FinalPlan];
        // a re-assessment decided by the authority itself begins with its notice, so there is no decision to draw
        var decision = reading.Deadlines.FirstOrDefault(d => d.Kind == DeadlineKind.DecisionToAssess);
        if ((decision ?? reading.Deadlines.FirstOrDefault(d => d.Kind == DeadlineKind.FinalPlan)) is not { } first) { return null; }
        var start = first.Rule.StartsFrom;
        // the plan of a re-assessment is counted from its notice; a limit with another start belongs to another case
        List<Deadline> limits = [.. reading.Deadlines.Where(d => marked.Contains(d.Kind) && (d.Anchor == first.Anchor || d.Rule.StartsFrom == ClockEvent.ReassessmentNotified))];
        var plan = limits.Find(d => d.Kind == DeadlineKind.FinalPlan);
        var marks = limits.Select(d => new TimelineMark(RouteWords.Titled(start, d, d.Kind switch { DeadlineKind.DecisionToAssess => RouteWords.CountsTheNotice(start) ? "tell the family" : "decide", DeadlineKind.NoPlanNotice => "last day to say no", _ => "plan" }) + RouteWords.Unconfirmed(d), d.Due, Tried(d)));
        TimelineRow Row(Deadline d) => new(DeadlineNames.Of(d) + RouteWords.Unconfirmed(d), DutyHolders.NameOf(d.Rule.Holder), d.Anchor, d.Due, DoneOn(d, facts), d.Status(today, DoneOn(d, facts)) ?? RagStatus.OnTrack,
            StatusWords(d, today, DoneOn(d, facts)), Tried(d), d.LastWorkingDay)
        { IsLocalTarget = !d.Rule.IsStatutory };
        return new TimelineModel
        {
            Reference = "the dates entered",
            IsTrial = true,
            Anchor = first.Anchor,
            Today = today,
            WeeksFrom = AssessmentStarts.IsReassessment(start) ? plan?.Anchor : first.Anchor,
            Weeks = plan is null ? TimelineModel.WeeksWithoutPlan : (plan.Due.DayNumber - first.Anchor.DayNumber + 6) / 7,
            Decision = decision is null ? null : Row(decision),
            Marks = [.. marks],
            Rows = [.. reading.Deadlines.Where(d => !marked.Contains(d.Kind)).OrderBy(d => d.Anchor).ThenBy(d => d.Due).ThenBy(d => d.Kind).Select(Row)],
        };
    }
}
