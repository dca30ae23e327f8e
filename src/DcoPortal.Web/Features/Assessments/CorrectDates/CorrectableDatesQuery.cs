using DcoPortal.Casework.Assessments;
using DcoPortal.Web.Parts.Assessments;

namespace DcoPortal.Web.Features.Assessments.CorrectDates;

/// <summary>The assessment's dates, and which of them this person may correct.</summary>
public sealed record CorrectableDates
{
    public required CaseKeys Keys { get; init; }
    public required Guid Version { get; init; }
    public required ChildBanner Child { get; init; }
    public required DateOnly Today { get; init; }
    public required ClockEvent StartedBy { get; init; }
    public required DateOnly ReceivedOn { get; init; }
    public required DateOnly? HealthReceivedOn { get; init; }

    /// <summary>The day the family was told of a re-assessment on request, from which its plan is counted; null otherwise (Europe/London).</summary>
    public DateOnly? ToldOn { get; init; }

    /// <summary>Whether the person is of the authority, which corrects how and when its own clock started; or of the DCO service, where that recorded the case.</summary>
    public required bool MayCorrectAnchor { get; init; }

    /// <summary>Whether the person is of the DCO service, which corrects when health received the request for advice.</summary>
    public required bool MayCorrectHealth { get; init; }

    /// <summary>The day on which the DCO service says that the notification arrived, where it recorded it; null otherwise (Europe/London).</summary>
    public DateOnly? ArrivedOn { get; init; }

    /// <summary>The day on which the assessment ended, where the person may correct it; null otherwise (Europe/London).</summary>
    public DateOnly? OutcomeOn { get; init; }

    /// <summary>The field that holds what is wrong with all of them.</summary>
    public string FirstField => MayCorrectAnchor ? nameof(CorrectDatesForm.ReceivedOn) : MayCorrectHealth ? nameof(CorrectDatesForm.HealthReceivedOn) : nameof(CorrectDatesForm.ArrivedOn);

    /// <summary>How many recorded exemptions stand, because they depend on the dates.</summary>
    public required int Exemptions { get; init; }
}

/// <summary>Reads <see cref="CorrectableDates"/>.</summary>
public sealed class CorrectableDatesQuery(PortalDb db, CaseQuery cases, UkClock clock, CurrentPerson person)
{
    /// <summary>Null when the person has no such assessment.</summary>
    public async Task<CorrectableDates?> ForAsync(string reference, CancellationToken ct)
    {
        if (await cases.FindAsync(reference, ct) is not var (a, child)) { return null; }
        // of a case that the DCO service recorded, it is the one who may have typed its days wrong
        var mayCorrectAnchor = person.May(Permission.RecordDecision) || (person.May(Permission.RequestAdvice) && a.IsRecordedByHealth);
        return new CorrectableDates
        {
            Keys = a.Keys,
            Version = a.Version,
            Child = child,
            Today = clock.Today,
            StartedBy = a.StartedBy,
            ToldOn = a.Decision == AssessmentDecision.Assess ? a.DecidedOn : null,
            ReceivedOn = a.RequestReceivedOn,
            HealthReceivedOn = a.AdviceRequestReceivedOn,
            MayCorrectAnchor = mayCorrectAnchor,
            OutcomeOn = mayCorrectAnchor && a.MayCorrectOutcomeOn ? a.OutcomeOn : null,
            MayCorrectHealth = person.May(Permission.RequestAdvice) && a.AdviceRequestReceivedOn is not null,
            ArrivedOn = person.May(Permission.RequestAdvice) && a.IsRecordedByHealth ? a.NotifiedOn : null,
            Exemptions = await db.Exemptions.CountAsync(e => e.AssessmentId == a.Id && e.WithdrawnUtc == null, ct),
        };
    }
}
