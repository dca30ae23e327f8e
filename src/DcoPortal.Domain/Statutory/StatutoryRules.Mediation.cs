namespace DcoPortal.Domain.Statutory;

// mediation: about health alone (regulation 35), about health and more (36), about the rest (37), certificates (39) and what was agreed (42)
public static partial class StatutoryRules
{
    private const string AnotherTime = "The parties may agree on another time in writing (regulation 42(5)).";
    private const string ReadInIpsea = "Read in IPSEA's guide to mediation.";

    private static StatutoryRule[] OfMediation =>
    [
        new()
        {
            Key = "mediation-contact",
            Kind = DeadlineKind.MediationContact,
            Holder = DutyHolder.Family,
            Duty = "contact a mediation adviser before an appeal",
            Limit = new(2, TimeUnit.Months, CountingConvention.Of),
            StartsFrom = ClockEvent.DecisionNoticeSent,
            Citation = "regulation 33",
            Routes = [OriginRoute.HealthMediation, OriginRoute.AppealWithHealthIssues],
            Next = "mediation is arranged, or the adviser issues a certificate",
            SafeDaysEarlier = 1,
            Besides = "No adviser need be contacted where the appeal is only about the school or college named (section 55(2) of the Children and Families Act 2014).",
            Note = "Corresponding-date rule. These Regulations move no date off a weekend.",
        },
        Issues("mediation-issues-health", ClockEvent.HealthMediationWanted, "regulation 35", "the integrated care board arranges the mediation") with { IsNotSoOnce = ClockEvent.MixedMediationWanted, IsNotSoAfter = [ClockEvent.OtherMediationWanted, ClockEvent.MediationDeclined] },
        Issues("mediation-issues-mixed", ClockEvent.MixedMediationWanted, "regulation 36", "the local authority arranges the mediation with the boards") with { IsNotSoAfter = [ClockEvent.HealthMediationWanted, ClockEvent.OtherMediationWanted, ClockEvent.MediationDeclined] },
        new()
        {
            Key = "mediation-by-icb",
            Kind = DeadlineKind.MediationArranged,
            Holder = DutyHolder.Icb,
            Duty = "arrange mediation with the family",
            Limit = new(30, TimeUnit.Days, CountingConvention.Of),
            StartsFrom = ClockEvent.IcbToldOfMediation,
            DoneBy = ClockEvent.MediationHeld,
            OnlyIf = "the mediation is about health only",
            IsSoOnce = ClockEvent.HealthMediationWanted,
            IsNotSoOnce = ClockEvent.MixedMediationWanted,
            IsNotSoAfter = [ClockEvent.OtherMediationWanted, ClockEvent.MediationDeclined],
            Citation = "regulation 35",
            Routes = [OriginRoute.HealthMediation],
            Next = "the mediation is held, by someone with authority to settle",
            Besides = "Where it is about other parts too, the local authority arranges it, and the board need not.",
            IsConfirmed = false,
            Note = "Where the mediation is about more than health, regulation 36 has the local authority arrange it. IPSEA: 30 days. One charity prints 30 working days; calendar days are the careful reading. As in regulations 36 and 37, held within them is the careful reading of arranged.",
        },
        new()
        {
            Key = "mediation-by-authority",
            Kind = DeadlineKind.MediationArranged,
            Holder = DutyHolder.LocalAuthority,
            Duty = "arrange mediation with the family and each integrated care board",
            Limit = new(30, TimeUnit.Days, CountingConvention.Of),
            StartsFrom = ClockEvent.MixedMediationWanted,
            IsNotSoAfter = [ClockEvent.HealthMediationWanted, ClockEvent.OtherMediationWanted, ClockEvent.MediationDeclined],
            DoneBy = ClockEvent.MediationHeld,
            Citation = "regulation 36",
            Routes = [OriginRoute.HealthMediation],
            Next = "the mediation is held, by people with authority to settle",
            IsConfirmed = false,
            Note = ReadInIpsea,
        },
        new()
        {
            Key = "mediation-without-health",
            Kind = DeadlineKind.MediationArranged,
            Holder = DutyHolder.LocalAuthority,
            Duty = "arrange mediation with the family",
            Limit = new(30, TimeUnit.Days, CountingConvention.Of),
            StartsFrom = ClockEvent.OtherMediationWanted,
            IsNotSoOnce = ClockEvent.MixedMediationWanted,
            IsNotSoAfter = [ClockEvent.HealthMediationWanted, ClockEvent.MediationDeclined],
            DoneBy = ClockEvent.MediationHeld,
            Citation = "regulation 37",
            Routes = [OriginRoute.HealthMediation],
            Next = "the mediation is held, by someone with authority to settle",
            IsConfirmed = false,
            Note = ReadInIpsea,
        },
        Certificate("certificate-not-arranged", ClockEvent.MediationNotArranged, "regulation 39", ReadInIpsea),
        Certificate("certificate-declined", ClockEvent.MediationDeclined, "regulation 34", "Read on a parent charity's page only; of the regulation only the first lines were seen."),
        Certificate("certificate-held", ClockEvent.MediationHeld, "regulation 39", "The 3 working days run from the end of the mediation."),
        new()
        {
            Key = "health-agreement-done",
            Kind = DeadlineKind.MediationAgreementDone,
            Holder = DutyHolder.Icb,
            Duty = "carry out what it agreed about health,",
            Limit = new(2, TimeUnit.Weeks, CountingConvention.Of),
            StartsFrom = ClockEvent.HealthAgreed,
            DoneBy = ClockEvent.HealthAgreementDone,
            Citation = "regulation 42(3)",
            Routes = [OriginRoute.HealthMediation],
            Next = "it tells a local authority that took no part; the family can complain to the board where it was not done",
            Besides = AnotherTime,
        },
        new()
        {
            Key = "health-agreement-told",
            Kind = DeadlineKind.MediationAgreementTold,
            Holder = DutyHolder.Icb,
            Duty = "tell the local authority that it has done what was agreed,",
            OnlyIf = "the local authority took no part in the mediation",
            Limit = new(1, TimeUnit.Weeks, CountingConvention.Of),
            StartsFrom = ClockEvent.HealthAgreementDone,
            CarefulFrom = ClockEvent.HealthAgreed,
            Citation = "regulation 42(4)",
            Routes = [OriginRoute.HealthMediation],
            Next = "the local authority takes it into the plan",
            Note = "Counted from the day of doing what was agreed. The text of 42(4) can be read as a week from the agreement: that earlier day is the safe date.",
        },
    ];

    private static StatutoryRule Issues(string key, ClockEvent wanted, string citation, string next) => new()
    {
        Key = key,
        Kind = DeadlineKind.MediationIssuesToIcb,
        Holder = DutyHolder.LocalAuthority,
        Duty = "tell each integrated care board the health issues and the provision wanted,",
        Limit = new(3, TimeUnit.WorkingDays, CountingConvention.Of),
        StartsFrom = wanted,
        DoneBy = ClockEvent.IcbToldOfMediation,
        Citation = citation,
        Routes = [OriginRoute.HealthMediation],
        Next = next,
        IsConfirmed = false,
        Note = ReadInIpsea,
    };

    private static StatutoryRule Certificate(string key, ClockEvent from, string citation, string note) => new()
    {
        Key = key,
        Kind = DeadlineKind.MediationCertificate,
        Holder = DutyHolder.MediationAdviser,
        Duty = "issue the certificate that lets the family appeal",
        Limit = new(3, TimeUnit.WorkingDays, CountingConvention.Of),
        StartsFrom = from,
        DoneBy = ClockEvent.MediationCertificateIssued,
        Citation = citation,
        Routes = [OriginRoute.HealthMediation, OriginRoute.AppealWithHealthIssues],
        Next = "the family may appeal within a month of the certificate, or until the 2 months from the notice end, if that is later",
        IsConfirmed = false,
        Note = note,
    };
}
