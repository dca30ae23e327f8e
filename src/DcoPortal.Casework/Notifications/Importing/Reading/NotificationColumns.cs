namespace DcoPortal.Casework.Notifications.Importing.Reading;

// the headings that a spreadsheet of notifications may have, as they are printed to people
internal static class NotificationColumns
{
    public const string LocalAuthority = "Local authority";
    public const string AuthorityReference = "LA reference";
    public const string CaseOwner = "Case owner email";
    public const string RequestReceived = "Date request received";
    public const string HowItBegan = "Route";
    public const string Source = "Source of request";
    public const string Decision = "Decision to assess";
    public const string DecisionDate = "Date of decision";
    public const string HealthTold = "Date health was told";
    public const string AdviceRequested = "Date health was asked for advice";
    public const string HealthAnswered = "Date health answered";
    public const string Surname = "Legal surname";
    public const string KnownAs = "Known as";
    public const string Forenames = "Forenames";
    public const string DateOfBirth = "Date of birth";
    public const string Sex = "Sex";
    public const string NhsNumber = "NHS number";
    public const string Upn = "UPN";
    public const string Address = "Address";
    public const string Postcode = "Postcode";
    public const string Parent = "Parent or carer";
    public const string ParentEmail = "Parent email";
    public const string ParentPhone = "Parent phone";
    public const string Interpreter = "Interpreter";
    public const string Setting = "Setting";
    public const string SettingUrn = "Setting URN";
    public const string YearGroup = "Year group";
    public const string PrimaryNeed = "Primary need";
    public const string LookedAfter = "Looked after";
    public const string GpPractice = "GP practice ODS";
    public const string Reasons = "Reasons for the request";
    public const string FamilyViews = "Family views";
    public const string DoNotShareWith = "Do not share with";

    // more professionals than the form holds; an import reports the columns beyond it as ignored
    public const int MostProfessionals = 20;

    public static readonly string[] Required = [RequestReceived, Surname, Forenames, DateOfBirth];

    public static readonly string[] Dates = [RequestReceived, DecisionDate, DateOfBirth, HealthTold, AdviceRequested, HealthAnswered, .. Enumerable.Range(1, MostProfessionals).SelectMany(n => new[] { ProfessionalAsked(n), ProfessionalAnswered(n) })];

    private static readonly string[] Singles =
    [
        LocalAuthority, AuthorityReference, CaseOwner, RequestReceived, HowItBegan, Source, Decision, DecisionDate, HealthTold, AdviceRequested, HealthAnswered, Surname, KnownAs, Forenames, DateOfBirth, Sex, NhsNumber, Upn,
        Address, Postcode, Parent, ParentEmail, ParentPhone, Interpreter, Setting, SettingUrn, YearGroup, PrimaryNeed, LookedAfter,
        GpPractice, Reasons, FamilyViews, DoNotShareWith,
    ];

    private static readonly Dictionary<string, string> ByKey = Singles
        .Concat(Enumerable.Range(1, MostProfessionals).SelectMany(Professional))
        .ToDictionary(Key);

    // what each column may hold, for the page and the template, in the order of the template
    public static readonly (string Heading, string Holds)[] Explained =
    [
        (AuthorityReference, "Your own reference. Used once only"),
        (RequestReceived, "Required. The day you received the request, or the day of what the route began with. Not in the future"),
        (HowItBegan, "Blank for a request (section 36). Otherwise Section 24, Tribunal order, Tribunal not opposed, Re-assessment requested or Re-assessment own decision"),
        (Source, "Parent, Young person, School, Post-16 institution or Other. Blank is taken as Other"),
        (Decision, "Yes, No, or blank when not decided yet. After the Tribunal and for a re-assessment: what the family has been told"),
        (DecisionDate, "Required when there is a decision, or the day the family was told"),
        (HealthTold, "For a case under way: the day you told health of the request"),
        (AdviceRequested, "For a case under way: the day you asked health for advice. Health’s 6 weeks run from it. Blank: from the day of the import"),
        (HealthAnswered, "For a case under way: the day health answered, where the service is not named"),
        (Surname, "Required. The whole name of somebody who has one name only"),
        (KnownAs, "The name they are known as, when it differs"),
        (Forenames, "Required"),
        (DateOfBirth, "Required. Under 25 at the request"),
        (Sex, "As you record it"),
        (NhsNumber, "10 digits, or blank when not known"),
        (Upn, "13 characters"),
        (Address, "Without the postcode"),
        (Postcode, "Such as PR1 8XJ"),
        (Parent, "Name of the parent or carer"),
        (ParentEmail, "Their email address"),
        (ParentPhone, "Their phone number"),
        (Interpreter, "The language, when an interpreter is needed"),
        (Setting, "School, college or early-years provider"),
        (SettingUrn, "6 digits"),
        (YearGroup, "Such as Year 3"),
        (PrimaryNeed, "A DfE code such as SLCN, or its name"),
        (LookedAfter, "Yes, No, CLA, LAC or blank. Blank is taken as No"),
        (GpPractice, "ODS code of the GP practice"),
        (Reasons, "Why the assessment was asked for"),
        (FamilyViews, "In their words"),
        (DoNotShareWith, "Anyone the family does not want information shared with"),
        (CaseOwner, "The work email of the colleague whose case it is. Blank: nobody's yet"),
    ];

    public static string ProfessionalName(int n) => $"Professional {n} name";

    public static string ProfessionalService(int n) => $"Professional {n} service";

    public static string ProfessionalProvider(int n) => $"Professional {n} provider";

    // the columns of an authority's template, in their order
    public static IEnumerable<string> All => Tracker.Except([LocalAuthority, .. Enumerable.Range(1, 3).Select(ProfessionalAsked)]);

    // every column that can be matched: those of the template of a DCO service's tracker, in their order
    public static IEnumerable<string> Tracker => [LocalAuthority, .. Explained.Select(e => e.Heading), .. Enumerable.Range(1, 3).SelectMany(Professional)];

    // those of further services that a tracker may have a column each of
    public static IEnumerable<string> Further => Enumerable.Range(4, 9).SelectMany(n => new[] { ProfessionalService(n), ProfessionalAsked(n), ProfessionalAnswered(n) });

    public static string[] Professional(int n) => [ProfessionalName(n), ProfessionalService(n), ProfessionalProvider(n), ProfessionalAsked(n), ProfessionalAnswered(n), ProfessionalFamilyAsked(n)];

    public static string ProfessionalAsked(int n) => $"Professional {n} asked on";

    public static string ProfessionalAnswered(int n) => $"Professional {n} answered on";

    public static string ProfessionalFamilyAsked(int n) => $"Professional {n} asked for by the family";

    public static string? Known(string heading) => ByKey.GetValueOrDefault(Key(heading));

    // people differ in case, spaces, underscores and full stops of a heading, not in its words
    public static string Key(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
