using C = DcoPortal.Casework.Notifications.Importing.Reading.NotificationColumns;

namespace DcoPortal.Casework.Notifications.Importing.Reading;

// what other systems and people call our columns
internal static class ColumnNames
{
    // one column may hold the whole name; which part comes first only a person can say
    public const string SurnameFirst = "Whole name, surname first";
    public const string ForenamesFirst = "Whole name, forenames first";

    private static readonly Dictionary<string, string> Names = new (string Column, string[] Others)[]
    {
        (C.AuthorityReference, ["Ref", "Reference", "Our ref", "Our reference", "Case ref", "Case reference", "Case ID", "Case number", "Case no", "LA ref", "EHC ref", "EHC reference", "EHCNA ref", "EHCP ref"]),
        (C.RequestReceived, ["Date received", "Received", "Received date", "Received on", "Request date", "Date of request", "Request received", "Request received date", "Request received on", "Date request", "Request made on"]),
        (C.Source, ["Source", "Requested by", "Request source", "Request from"]),
        (C.Decision, ["Decision", "Decided to assess", "Agreed to assess", "Assess"]),
        (C.DecisionDate, ["Decision date", "Date decided", "Decided on", "Date of decision", "Date of decision to assess", "Decision to assess date"]),
        (C.HealthTold, ["Health told", "Health notified", "Date health notified", "Health told on"]),
        (C.AdviceRequested, ["Date sent to health", "Sent to health", "Health advice requested", "Advice requested", "Date advice requested", "Health advice requested on", "Health asked on"]),
        (C.HealthAnswered, ["Date health returned", "Health returned", "Health advice received", "Date advice received", "Health advice received on", "Health answered on"]),
        (C.Surname, ["Surname", "Last name", "Family name", "Legal last name", "Legal family name", "Child surname", "Child's surname", "Pupil surname"]),
        (C.KnownAs, ["Preferred name", "Known name", "Preferred forename", "Chosen name"]),
        (C.Forenames, ["Forename", "First name", "First names", "Given name", "Given names", "Forename s", "Legal forename", "Legal forenames", "Legal first name", "Child forename", "Child's forename", "Pupil forename"]),
        (C.DateOfBirth, ["DOB", "Birth date", "Birthdate", "Born", "Date birth", "Child DOB", "Child's date of birth", "Pupil DOB", "D of B"]),
        (C.Sex, ["Gender", "Legal sex"]),
        (C.NhsNumber, ["NHS No", "NHS", "NHS num", "NHS number 10 digits", "NHS ID"]),
        (C.Upn, ["Unique pupil number", "Pupil UPN"]),
        (C.Address, ["Home address", "Full address"]),
        (C.Postcode, ["Post code", "Postal code", "Home postcode"]),
        (C.Parent, ["Parent", "Parent name", "Parent carer", "Carer", "Parent carer name", "Parent or carer name", "Parents", "Parent guardian"]),
        (C.ParentEmail, ["Parent email address", "Parent carer email", "Parent e-mail"]),
        (C.ParentPhone, ["Parent telephone", "Parent mobile", "Parent phone number", "Parent carer phone", "Parent tel"]),
        (C.Interpreter, ["Interpreter needed", "Interpreter required", "Interpreter language"]),
        (C.Setting, ["School", "School name", "Setting name", "Current school", "School or setting", "Nursery"]),
        (C.SettingUrn, ["URN", "School URN"]),
        (C.YearGroup, ["Year", "NCY", "NC year", "National curriculum year", "School year"]),
        (C.PrimaryNeed, ["Need", "Primary SEN need", "SEN need", "Main need", "Primary need code", "Primary SEN", "Primary need type"]),
        (C.LookedAfter, ["Looked after child", "Child looked after", "LAC", "CLA", "In care", "LAC status", "CLA status"]),
        (C.GpPractice, ["GP practice", "GP practice code", "GP code", "GP ODS", "GP ODS code", "Practice code"]),
        (C.Reasons, ["Reasons", "Reason for request", "Reason for referral", "Reasons for referral"]),
        (C.FamilyViews, ["Parent views", "Parental views", "Views", "Views of the family"]),
        (C.DoNotShareWith, ["Do not share", "Not to share with", "Not to be shared with", "Don't share with", "Do not share information with"]),
        (C.LocalAuthority, ["LA", "Authority", "LA name", "Council", "Local authority name", "LA code"]),
        (C.ProfessionalService(1), ["Health service", "Service asked", "Service", "Advice from", "Health team"]),
        (C.ProfessionalName(1), ["Clinician", "Clinician name", "Named professional", "Professional", "Practitioner"]),
        (C.ProfessionalProvider(1), ["Provider", "Trust", "Provider trust"]),
        (C.ProfessionalAsked(1), ["Asked on", "Date asked", "Date service asked", "Date sent to service", "Sent to service", "Date sent to clinician", "Sent to provider", "Date sent to provider", "Date provider asked"]),
        (C.ProfessionalAnswered(1), ["Answered on", "Date answered", "Date service answered", "Returned on", "Date returned", "Date advice returned", "Provider returned", "Date provider returned", "Date returned by provider", "Date received from provider"]),
        (C.CaseOwner, ["Caseworker email", "Case officer email", "Plan co-ordinator email", "Owner email"]),
    }.SelectMany(c => c.Others.Select(o => (Key: C.Key(o), c.Column))).DistinctBy(o => o.Key).ToDictionary(o => o.Key, o => o.Column);

    private static readonly HashSet<string> WholeNames = [.. new[] { "Name", "Child name", "Child's name", "Full name", "Pupil name", "Name of child", "Child", "Pupil", "Young person", "Student name" }.Select(C.Key)];

    // words of a heading that let us guess its column, the surest first
    private static readonly (string Word, string Column)[] Words =
    [
        ("SURNAME", C.Surname), ("LASTNAME", C.Surname), ("FAMILYNAME", C.Surname), ("FORENAME", C.Forenames), ("FIRSTNAME", C.Forenames), ("GIVENNAME", C.Forenames),
        ("BIRTH", C.DateOfBirth), ("DOB", C.DateOfBirth), ("BORN", C.DateOfBirth), ("NHS", C.NhsNumber), ("UPN", C.Upn), ("POSTCODE", C.Postcode), ("DECISIONDATE", C.DecisionDate), ("DATEOFDECISION", C.DecisionDate),
        ("CAMEIN", C.RequestReceived), ("REQUESTDATE", C.RequestReceived), ("DATEREQUEST", C.RequestReceived), ("PRIMARYNEED", C.PrimaryNeed), ("SHARE", C.DoNotShareWith), ("OBJECT", C.DoNotShareWith), ("NOCONTACT", C.DoNotShareWith), ("DECISION", C.DecisionDate), ("SCHOOL", C.Setting), ("PARENT", C.Parent), ("REFERENCE", C.AuthorityReference), ("ADDRESS", C.Address),
    ];

    // what else the heading of such a column says: any other word makes it another one, such as "Decision due", "Parental consent" or "Address withheld"
    private static readonly Dictionary<string, HashSet<string>> OnlyWith = new()
    {
        [C.NhsNumber] = ["NHS", "NUMBER", "NO", "NUM", "ID", "DIGITS", "10", "PATIENT"],
        [C.DecisionDate] = ["DECISION", "DATE", "DAY", "ON", "MADE", "WAS", "TO", "ASSESS", "ASSESSMENT", "PANEL", "LA", "EHC", "EHCNA", "S36", "SECTION", "36", "FINAL"],
        [C.Setting] = ["SCHOOL", "SCHOOLS", "SETTING", "NAME", "CURRENT", "PRESENT", "OR", "AND", "NURSERY", "COLLEGE", "ATTENDED", "AT", "EDUCATION", "EDUCATIONAL"],
        [C.Parent] = ["PARENT", "PARENTS", "CARER", "CARERS", "GUARDIAN", "GUARDIANS", "PARENTCARER", "NAME", "NAMES", "OR", "AND", "FULL", "MAIN", "FIRST", "1"],
        [C.Upn] = ["UPN", "UNIQUE", "PUPIL", "NUMBER", "NO", "ID", "REFERENCE"],
        [C.Postcode] = ["POSTCODE", "POST", "CODE", "HOME", "ADDRESS", "CURRENT", "FULL", "FAMILY"],
        [C.AuthorityReference] = ["LA", "REFERENCE", "NUMBER", "NO", "ID", "CASE", "EHC", "EHCP", "EHCNA", "COUNCIL", "AUTHORITY", "AUTHORITYS", "LOCAL", "OUR", "SEND", "SEN", "SYSTEM", "UNIQUE"],
        [C.Address] = ["ADDRESS", "HOME", "FULL", "LINE", "1", "FIRST", "CURRENT", "POSTAL", "STREET", "FAMILY"],
    };

    private static readonly HashSet<string> WhoseItIs = ["CHILD", "CHILDS", "CHILDREN", "CHILDRENS", "PUPIL", "PUPILS", "STUDENT", "STUDENTS", "YOUNG", "PERSON", "PERSONS", "CYP", "YP", "OF", "THE"];

    // a day on which something is to be done is none on which it was
    private static readonly HashSet<string> NotDone = ["DUE", "DEADLINE", "TARGET", "EXPECTED", "ESTIMATED", "PLANNED", "PROPOSED", "FORECAST", "WITHDRAWN"];

    private static bool IsElse(string heading, string column) => WordsOf(heading) is var words
        && (OnlyWith.TryGetValue(column, out var only) ? !words.All(w => only.Contains(w) || WhoseItIs.Contains(w)) : C.Dates.Contains(column) && words.Any(NotDone.Contains));

    private static IEnumerable<string> WordsOf(string heading) => SearchKey.Of(heading).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w.ToUpperInvariant());

    /// <summary>The column that a heading surely means: ours, or another name for it; null otherwise.</summary>
    public static string? Sure(string heading) => C.Known(heading) ?? Names.GetValueOrDefault(C.Key(heading));

    /// <summary>The column of a heading for the whole name, or null.</summary>
    public static string? Whole(string heading) => WholeNames.Contains(C.Key(heading)) ? SurnameFirst : null;

    /// <summary>The column that a heading may mean, or null.</summary>
    public static string? Guess(string heading)
    {
        if (Sure(heading) is { } sure) { return sure; }
        var key = C.Key(heading);
        if (key.Length == 0) { return null; }
        if (Whole(heading) is { } whole) { return whole; }
        if (ServiceHeading.IsOfRequest(heading)) { return C.RequestReceived; }
        // of a service, which a person is asked for: not of the child's request
        if (ServiceHeading.Of(heading) is { } service) { return service.IsAnswer ? C.ProfessionalAnswered(1) : C.ProfessionalAsked(1); }
        var guess = Words.FirstOrDefault(w => key.Contains(w.Word, StringComparison.Ordinal)).Column;
        // of consent, and of sharing with nothing beside it, nobody can say which answer is the objection
        return guess is null || (guess == C.DoNotShareWith && !WishHeadings.IsAgainst(heading)) || IsElse(heading, guess) ? null : guess;
    }
}
