namespace DcoPortal.Domain.Assessments;

/// <summary>What merging changes of the case that stays, as it was before. Personal data.</summary>
public sealed record MergeState
{
    /// <summary>What the notification said.</summary>
    public required CaseDetails Details { get; init; }

    /// <inheritdoc cref="Assessment.RequestReceivedOn" />
    public DateOnly RequestReceivedOn { get; init; }

    /// <inheritdoc cref="Assessment.NotifiedOn" />
    public DateOnly NotifiedOn { get; init; }

    /// <inheritdoc cref="Assessment.NotifiedUtc" />
    public DateTime NotifiedUtc { get; init; }

    /// <inheritdoc cref="Assessment.Decision" />
    public AssessmentDecision? Decision { get; init; }

    /// <inheritdoc cref="Assessment.DecidedOn" />
    public DateOnly? DecidedOn { get; init; }

    /// <inheritdoc cref="Assessment.AdviceRequestReceivedOn" />
    public DateOnly? AdviceRequestReceivedOn { get; init; }

    /// <inheritdoc cref="Assessment.HealthToldOfDecisionOn" />
    public DateOnly? HealthToldOfDecisionOn { get; init; }

    /// <inheritdoc cref="Assessment.OutcomeOn" />
    public DateOnly? OutcomeOn { get; init; }

    /// <inheritdoc cref="Assessment.HealthToldOfOutcomeOn" />
    public DateOnly? HealthToldOfOutcomeOn { get; init; }

    /// <inheritdoc cref="Assessment.AllNil" />
    public AllNilDecision? AllNil { get; init; }

    /// <inheritdoc cref="Assessment.AllNilDecidedUtc" />
    public DateTime? AllNilDecidedUtc { get; init; }

    /// <inheritdoc cref="Assessment.AllNilDecidedByName" />
    public string? AllNilDecidedByName { get; init; }

    /// <inheritdoc cref="Assessment.AllNilReason" />
    public string? AllNilReason { get; init; }

    /// <inheritdoc cref="Assessment.PlanNeededOn" />
    public DateOnly? PlanNeededOn { get; init; }

    /// <inheritdoc cref="Assessment.DraftServedOn" />
    public DateOnly? DraftServedOn { get; init; }

    /// <inheritdoc cref="Assessment.TriagedUtc" />
    public DateTime? TriagedUtc { get; init; }

    /// <inheritdoc cref="Assessment.OwnerUserId" />
    public Guid? OwnerUserId { get; init; }

    /// <inheritdoc cref="Assessment.ToCorrectText" />
    public string? ToCorrectText { get; init; }
}

// one assessment that was logged twice: one case takes in the other, and no clock of either becomes later
public sealed partial class Assessment
{
    /// <summary>The case that this one became part of, because it was logged twice; null for a case of its own.</summary>
    public Guid? MergedIntoId { get; private set; }

    /// <summary>What merging would change of this case.</summary>
    public MergeState BeforeMerge => new()
    {
        Details = Details,
        RequestReceivedOn = RequestReceivedOn,
        NotifiedOn = NotifiedOn,
        NotifiedUtc = NotifiedUtc,
        Decision = Decision,
        DecidedOn = DecidedOn,
        AdviceRequestReceivedOn = AdviceRequestReceivedOn,
        HealthToldOfDecisionOn = HealthToldOfDecisionOn,
        OutcomeOn = OutcomeOn,
        HealthToldOfOutcomeOn = HealthToldOfOutcomeOn,
        AllNil = AllNil,
        AllNilDecidedUtc = AllNilDecidedUtc,
        AllNilDecidedByName = AllNilDecidedByName,
        AllNilReason = AllNilReason,
        PlanNeededOn = PlanNeededOn,
        DraftServedOn = DraftServedOn,
        TriagedUtc = TriagedUtc,
        OwnerUserId = OwnerUserId,
        ToCorrectText = ToCorrectText,
    };

    /// <summary>Why two cases cannot be one assessment logged twice, in a sentence; null where they can.</summary>
    public static string? WhyNotMerge(Assessment one, Assessment other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return one.StartedBy != other.StartedBy ? "They did not begin in the same way, so each has a clock of its own. If one of them is wrong, correct its dates first."
            : Differ(one.Child.NhsNumber, other.Child.NhsNumber) ? "They have two NHS numbers. Correct the one that is wrong first."
            : Differ(one.Child.Upn, other.Child.Upn) ? "They have two unique pupil numbers (UPN). Correct the one that is wrong first."
            : one.Child.DateOfBirth != other.Child.DateOfBirth ? "They have two dates of birth. Correct the one that is wrong first."
            : one.Decision is not null && other.Decision is not null && one.Decision != other.Decision ? "One was decided to be assessed and the other not, so they are two assessments."
            : one.IsOpen != other.IsOpen ? $"{(one.IsOpen ? other : one).Reference} has ended and {(one.IsOpen ? one : other).Reference} has not. Record how {(one.IsOpen ? one : other).Reference} ended first."
            : one.Outcome != other.Outcome ? "They ended in two ways, so they are two assessments."
            : null;
    }

    /// <summary>Takes in a case that is the same assessment, logged twice. Of two days the earlier stands, because the duty began then.</summary>
    /// <exception cref="DomainRuleException">They cannot be one assessment.</exception>
    public void TakeIn(Assessment duplicate)
    {
        ArgumentNullException.ThrowIfNull(duplicate);
        CaseTie.RequireOnePlace(this, duplicate);
        if (MergedIntoId is not null || duplicate.MergedIntoId is not null) { throw new DomainRuleException("One of these cases has become part of another already."); }
        if (WhyNotMerge(this, duplicate) is { } why) { throw new DomainRuleException(why); }
        var decidedByOther = Decision is null && duplicate.Decision is not null;
        RequestReceivedOn = Earlier(RequestReceivedOn, duplicate.RequestReceivedOn);
        NotifiedOn = Earlier(NotifiedOn, duplicate.NotifiedOn);
        NotifiedUtc = NotifiedUtc < duplicate.NotifiedUtc ? NotifiedUtc : duplicate.NotifiedUtc;
        Decision ??= duplicate.Decision;
        DecidedOn = Earlier(DecidedOn, duplicate.DecidedOn);
        AdviceRequestReceivedOn = Earlier(AdviceRequestReceivedOn, duplicate.AdviceRequestReceivedOn);
        HealthToldOfDecisionOn = Earlier(HealthToldOfDecisionOn, duplicate.HealthToldOfDecisionOn);
        // both or neither has ended: health cannot have been told before the outcome, so the two days go together
        OutcomeOn = Earlier(OutcomeOn, duplicate.OutcomeOn);
        HealthToldOfOutcomeOn = Earlier(HealthToldOfOutcomeOn, duplicate.HealthToldOfOutcomeOn);
        if (AllNilDecidedUtc is not { } decided || duplicate.AllNilDecidedUtc > decided) { TakeAllNil(duplicate); }
        // a plan that either case says is needed is needed, and a draft that was served once was served
        PlanNeededOn = Earlier(PlanNeededOn, duplicate.PlanNeededOn);
        DraftServedOn = Earlier(DraftServedOn, duplicate.DraftServedOn);
        if (IsOpen && (decidedByOther || duplicate.TriagedUtc is null)) { TriagedUtc = null; }
        OwnerUserId ??= duplicate.OwnerUserId;
        var known = Cells;
        Store([.. known, .. duplicate.Cells.Where(c => !known.Exists(k => k.IsSame(c)))]);
        Put(Details.FilledFrom(duplicate.Details));
        ComputeDueDates();
    }

    // the decision goes with the nil returns on which it rests; of two the later stands, as it does in one case
    private void TakeAllNil(Assessment duplicate)
    {
        if (duplicate.AllNil is null) { return; }
        (AllNil, AllNilDecidedUtc, AllNilDecidedByName, AllNilReason) = (duplicate.AllNil, duplicate.AllNilDecidedUtc, duplicate.AllNilDecidedByName, duplicate.AllNilReason);
    }

    /// <summary>Becomes part of another case: it is read from there, and counts nowhere.</summary>
    public void BecomePartOf(Assessment kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        MergedIntoId = kept.Id;
        // one reference of the authority stands for one case: the other case has it now, or an import may bring it again
        AuthorityReference = null;
    }

    /// <summary>Is as it was before it took in another case.</summary>
    public void PutBack(MergeState before)
    {
        ArgumentNullException.ThrowIfNull(before);
        (RequestReceivedOn, NotifiedOn, NotifiedUtc) = (before.RequestReceivedOn, before.NotifiedOn, before.NotifiedUtc);
        (Decision, DecidedOn, AdviceRequestReceivedOn, HealthToldOfDecisionOn) = (before.Decision, before.DecidedOn, before.AdviceRequestReceivedOn, before.HealthToldOfDecisionOn);
        (OutcomeOn, HealthToldOfOutcomeOn) = (before.OutcomeOn, before.HealthToldOfOutcomeOn);
        (AllNil, AllNilDecidedUtc, AllNilDecidedByName, AllNilReason) = (before.AllNil, before.AllNilDecidedUtc, before.AllNilDecidedByName, before.AllNilReason);
        (PlanNeededOn, DraftServedOn) = (before.PlanNeededOn, before.DraftServedOn);
        (TriagedUtc, OwnerUserId) = (before.TriagedUtc, before.OwnerUserId);
        Put(before.Details);
        ToCorrectText = before.ToCorrectText;
        CountToCorrect();
        ComputeDueDates();
    }

    /// <summary>Is a case of its own again.</summary>
    public void StandAgain(string? authorityReference) => (MergedIntoId, AuthorityReference) = (null, authorityReference);

    private void Put(CaseDetails details)
    {
        (Child, Family, Setting) = (details.Child, details.Family, details.Setting);
        (PrimaryNeed, Source, Reasons, AuthorityReference) = (details.PrimaryNeed, details.Source, details.Reasons, details.AuthorityReference);
        RefreshSearch();
    }

    private static bool Differ(string? one, string? other) => one is not null && other is not null && one != other;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is { } a && other is { } b ? Earlier(a, b) : one ?? other;
}
