namespace DcoPortal.Domain.Statutory;

/// <summary>Which grounds are on which list.</summary>
public static class ExemptionLists
{
    /// <summary>Four weeks, the shortest closure or absence that counts in regulations 5, 8, 10, 13 and 27, in days.</summary>
    public const int FourWeeksInDays = 28;

    private const int TwoWeeksInDays = 14;

    private static readonly ExemptionFact[] Closure = [ExemptionFact.ClosedFrom, ExemptionFact.ReopensOn, ExemptionFact.AdviceAskedOn];
    private static readonly ExemptionFact[] Circumstances = [ExemptionFact.CircumstancesFrom, ExemptionFact.CircumstancesUntil];
    private static readonly ExemptionFact[] PersonalCircumstances = [.. Circumstances, ExemptionFact.CircumstancesArePersonal];
    private static readonly ExemptionFact[] Absence = [ExemptionFact.AbsentFrom, ExemptionFact.AbsentUntil];
    private static readonly ExemptionFact[] Appointment = [ExemptionFact.AppointmentOn, ExemptionFact.NotKeptBy];

    private static readonly Dictionary<ExemptionList, IReadOnlyList<ListedGround>> Lists = new()
    {
        [ExemptionList.None] = [],
        [ExemptionList.Decision] = OfTheAuthority("5(4)"),
        [ExemptionList.HealthAdvice] =
        [
            new(ExemptionGround.ExceptionalCircumstances, "8(2)(a)", Circumstances),
            new(ExemptionGround.AbsentFromArea, "8(2)(b)", Absence, FourWeeksInDays),
            new(ExemptionGround.MissedAppointment, "8(2)(c)", Appointment),
        ],
        [ExemptionList.NoPlanNotice] = OfTheAuthority("10(4)"),
        [ExemptionList.FinalPlan] = OfTheAuthority("13(3) with 10(4)"),
        [ExemptionList.Reassessment] = OfTheAuthority("27(3)"),
        [ExemptionList.TribunalOrder] = AfterTheTribunal("44(3)"),
        [ExemptionList.TribunalConcession] = AfterTheTribunal("45(7)"),
    };

    /// <summary>The grounds of a list, in the order of the Regulations. Empty for none.</summary>
    public static IReadOnlyList<ListedGround> GroundsOf(ExemptionList list) => Lists[list];

    /// <summary>The paragraph that holds the list: "8(2)"; null for none.</summary>
    public static string? RegulationOf(ExemptionList list) => list switch
    {
        ExemptionList.None => null,
        ExemptionList.Decision => "5(4)",
        ExemptionList.HealthAdvice => "8(2)",
        ExemptionList.NoPlanNotice => "10(4)",
        ExemptionList.FinalPlan => "13(3)",
        ExemptionList.Reassessment => "27(3)",
        ExemptionList.TribunalOrder => "44(3)",
        ExemptionList.TribunalConcession => "45(7)",
        _ => throw new ArgumentOutOfRangeException(nameof(list)),
    };

    /// <summary>Whether the text of the list was seen.</summary>
    public static bool IsConfirmed(ExemptionList list) => list != ExemptionList.TribunalOrder;

    // an absence of 2 weeks is enough here, and whatever regulation 13(3) excuses is excused too
    private static ListedGround[] AfterTheTribunal(string paragraph) =>
    [
        new(ExemptionGround.SchoolClosed, $"{paragraph} with 13(3) and 10(4)(a)", Closure),
        new(ExemptionGround.EarlyYearsProviderClosed, $"{paragraph} with 13(3) and 10(4)(b)", Closure),
        new(ExemptionGround.ExceptionalCircumstances, paragraph, PersonalCircumstances, MustBePersonal: true),
        new(ExemptionGround.AbsentFromArea, paragraph, Absence, TwoWeeksInDays),
    ];

    private static ListedGround[] OfTheAuthority(string paragraph) =>
    [
        new(ExemptionGround.SchoolClosed, $"{paragraph}(a)", Closure),
        new(ExemptionGround.EarlyYearsProviderClosed, $"{paragraph}(b)", Closure),
        new(ExemptionGround.ExceptionalCircumstances, $"{paragraph}(c)", PersonalCircumstances, MustBePersonal: true),
        new(ExemptionGround.AbsentFromArea, $"{paragraph}(d)", Absence, FourWeeksInDays),
    ];
}
