using DcoPortal.Casework.Clock;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DcoPortal.Web.Features.Clock.WhatIf;

/// <summary>Tries one exemption on one time limit of the page, and says why or why not. The date stays either way.</summary>
internal static class ExemptionTrial
{
    private static readonly SelectListGroup Listed = new() { Name = "Reasons in the Regulations" };
    private static readonly SelectListGroup Unlisted = new() { Name = "Other reasons that people give" };

    public static ExemptionPart Of(OriginRoute route, IReadOnlyList<EventField> asked, ClockReading reading, WhatIfForm form, ModelStateDictionary errors)
    {
        // only limits whose day the page asks for; nobody is excused from a right or from giving time
        List<StatutoryRule> rules = [.. StatutoryRules.All.Where(r => r.Routes.Contains(route) && r is { IsLeastTime: false, IsRight: false } && asked.Any(e => e.Event == r.StartsFrom)).DistinctBy(r => r.Key)];
        var rule = rules.Find(r => r.Key == form.Limit);
        var facts = rule is not null && form.Ground is { } ground ? ExemptionRules.Listed(rule, ground)?.Facts ?? [] : [];
        return new ExemptionPart
        {
            Limits = [.. rules.Select(r => new SelectListItem($"{DeadlineNames.Of(r)}: {r.Span}", r.Key))],
            Reasons =
            [
                .. Enum.GetValues<ExemptionGround>().Select(g => new SelectListItem(WhatIfWords.LabelOf(g), g.ToString()) { Group = Listed }),
                .. Enum.GetValues<UnlistedReason>().Select(r => new SelectListItem(WhatIfWords.LabelOf(r), r.ToString()) { Group = Unlisted }),
            ],
            Facts = facts,
            IsTried = form.Limit is not null || form.Reason is not null,
            Verdict = VerdictOf(rule, reading, facts, form, errors),
        };
    }

    private static WhatIfVerdict? VerdictOf(StatutoryRule? rule, ClockReading reading, IReadOnlyList<ExemptionFact> facts, WhatIfForm form, ModelStateDictionary errors)
    {
        if (form.Limit is null && form.Reason is null) { return null; }
        var deadline = rule is null ? null : reading.Deadlines.Select(d => d.Rule.Key == rule.Key ? d : d.GaveWay?.Rule.Key == rule.Key ? d.GaveWay : null).FirstOrDefault(d => d is not null);
        if (form.Unlisted is { } unlisted) { return No(ExemptionRules.Check(unlisted).Reason, deadline?.Due); }
        if (rule is null) { errors.AddModelError(WhatIfForm.LimitName, "Select the time limit that is or will be missed"); }
        if (form.Ground is null) { errors.AddModelError(WhatIfForm.ReasonName, "Select the reason"); }
        if (rule is null || form.Ground is not { } ground) { return null; }
        if (deadline is null)
        {
            // no second error when the day itself has one already
            if (errors.IsValid) { errors.AddModelError(WhatIfForm.LimitName, $"Enter {ClockEvents.DayOf(rule.StartsFrom)}: without it this time limit has no date"); }
            return null;
        }
        var answers = AnswersOf(facts, form, errors);
        var judged = ExemptionRules.Judge(deadline, ground, answers);
        if (facts.Count == 0) { return No(judged.Reason, deadline.Due); }
        if (judged.Missing.Count > 0 || !errors.IsValid)
        {
            if (form.Sent(facts.Select(f => f.ToString()))) { AskFor(judged.Missing, errors); }
            return null;
        }
        if (!judged.Ground.IsAvailable) { return No(judged.Ground.Reason, deadline.Due); }
        return form.Impractical switch
        {
            true => new(true, "May be relied on", judged.Reason, deadline.Due),
            false => No("The facts meet the reason, but it did not make keeping to the time limit impractical: so it does not excuse lateness.", deadline.Due),
            null => new(false, "Not yet", $"{judged.Ground.Reason} Say below whether it did.", deadline.Due),
        };
    }

    private static WhatIfVerdict No(string reason, DateOnly? due) => new(false, "May not be relied on", reason, due);

    private static ExemptionAnswers AnswersOf(IReadOnlyList<ExemptionFact> facts, WhatIfForm form, ModelStateDictionary errors)
    {
        DateOnly? Day(ExemptionFact fact) => facts.Contains(fact) ? WhatIfQuery.Day(form.Day(fact.ToString()), fact.ToString(), WhatIfWords.LabelOf(fact).Replace(" (optional)", "", StringComparison.Ordinal), errors) : null;
        return new()
        {
            ClosedFrom = Day(ExemptionFact.ClosedFrom),
            ReopensOn = Day(ExemptionFact.ReopensOn),
            AdviceAskedOn = Day(ExemptionFact.AdviceAskedOn),
            CircumstancesFrom = Day(ExemptionFact.CircumstancesFrom),
            CircumstancesUntil = Day(ExemptionFact.CircumstancesUntil),
            CircumstancesArePersonal = form.Personal,
            AbsentFrom = Day(ExemptionFact.AbsentFrom),
            AbsentUntil = Day(ExemptionFact.AbsentUntil),
            AppointmentOn = Day(ExemptionFact.AppointmentOn),
            NotKeptBy = form.NotKeptBy,
            // free text never stands in an address, so the page asks only yes or no
            ImpracticalBecause = form.Impractical == true ? "yes" : null,
        };
    }

    private static void AskFor(IEnumerable<ExemptionFact> missing, ModelStateDictionary errors)
    {
        foreach (var fact in missing.Where(f => !errors.ContainsKey(f.ToString())))
        {
            var label = WhatIfWords.LabelOf(fact);
            errors.AddModelError(fact.ToString(), fact switch
            {
                ExemptionFact.CircumstancesArePersonal => "Select whether the circumstances are personal",
                ExemptionFact.NotKeptBy => "Select who did not keep the appointment",
                _ => $"Enter {char.ToLowerInvariant(label[0])}{label[1..]}",
            });
        }
    }
}
