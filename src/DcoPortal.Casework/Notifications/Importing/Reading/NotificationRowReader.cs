using DcoPortal.Casework.Requests;
using DcoPortal.Casework.Wishes;
using DcoPortal.Domain.Identifiers;
using DcoPortal.Domain.Text;

namespace DcoPortal.Casework.Notifications.Importing.Reading;

// the rules of one row
internal sealed class NotificationRowReader(IReadOnlyList<string> headings, IReadOnlyDictionary<string, int> columns, SpreadsheetDates dates, DateOnly today)
{
    private readonly ProfessionalColumns[] professionalColumns = [.. Enumerable.Range(1, NotificationColumns.MostProfessionals)
        .Where(n => NotificationColumns.Professional(n).Any(columns.ContainsKey)).Select(n => ProfessionalColumns.Of(n, headings, columns))];

    /// <summary>The columns whose dates are written the other way round than the file is read.</summary>
    public IReadOnlySet<string> OtherWayRound { get; init; } = new HashSet<string>();

    private string? MixedDates(RowCells row) => row.Dates().FirstOrDefault(d => OtherWayRound.Contains(d.Column) && SpreadsheetDates.IsFigures(d.Text) && dates.TryParse(d.Text, out var day) && day.Day <= 12 && day.Day != day.Month) is { Column: not null } mixed
        ? $"{mixed.Column} is {mixed.Text}, and other dates of that column are written the other way round: write its month in letters, and upload the file again" : null;

    // one of the two is a slip, and on the day rests a clock
    private string? OtherWeekday(RowCells row) => row.Dates().Select(d => (d.Column, d.Text, Is: dates.In(d.Column).TryParse(d.Text, out var day) ? SpreadsheetDates.OtherWeekday(d.Text, day) : null)).FirstOrDefault(d => d.Is is not null) is { Is: { } weekday } wrong
        ? $"{wrong.Column} is {wrong.Text}, and that day is a {weekday}. Take the row if the day is right and only its weekday is wrong; if not, put the day right and upload the file again" : null;

    /// <summary>Whether the row counts or sums up the rows above it: it says so in front and holds no child.</summary>
    public static bool IsTotal(RowCells row) => !row.Has(NotificationColumns.DateOfBirth) && !row.Has(NotificationColumns.Forenames)
        && row.Cells.FirstOrDefault(c => !string.IsNullOrWhiteSpace(c)) is { } first
        && NotificationColumns.Key(first) is var key && Totals.Any(t => key.StartsWith(t, StringComparison.Ordinal));

    private static readonly string[] Totals = ["TOTAL", "GRANDTOTAL", "SUBTOTAL", "COUNT", "SUM", "NUMBEROFREQUESTS"];

    public ImportRowVerdict Read(RowCells row)
    {
        if (row.Cells.Skip(headings.Count).Any(c => !string.IsNullOrWhiteSpace(c)))
        {
            row.Problem(null, row.Cells.FirstOrDefault(c => c.TrimStart() is ['“' or '”', ..]) is { } curly && !curly.TrimEnd().EndsWith('”')
                ? $"more cells than headings: {curly.Trim()} begins with a curly quotation mark, which holds no cell together. Use straight ones, or an Excel workbook"
                : "more cells than headings: a cell that holds a comma must stand in quotation marks");
        }

        foreach (var (heading, value) in Ended(row)) { row.Warning(null, $"{heading} says “{value}”, and the row comes in as an open case. Leave it out if it has ended"); }
        if (row.Row.Wrong is { } wrong) { row.Problem(null, wrong); }
        CellsBesides.Tell(row, headings, columns);
        if (row.Row.Mark is { } mark) { row.Warning(null, $"this row is {mark} in the workbook. Delete it there and upload again if it is not meant"); }
        var authority = row.Text(NotificationColumns.LocalAuthority, 150);
        var reference = Reference(row);
        var owner = row.Text(NotificationColumns.CaseOwner, 254);
        var requested = RequestDate(row);
        var startedBy = StartedBy(row);
        var source = Source(row);
        var (assess, decidedOn) = Decision(row, requested, startedBy);
        var (told, asked) = InFlight(row, requested, assess, decidedOn);
        var (surname, forenames, hasOneName) = Names(row);
        var knownAs = KnownAs(row);
        var born = DateOfBirth(row, requested);
        var sex = row.Text(NotificationColumns.Sex, 20);
        var nhsNumber = row.Identifier<NhsNumber>(NotificationColumns.NhsNumber, NhsNumber.TryParse);
        var upn = row.Identifier<Upn>(NotificationColumns.Upn, Upn.TryParse);
        var address = row.Lines(NotificationColumns.Address, 400);
        var postcode = row.Identifier<Postcode>(NotificationColumns.Postcode, Postcode.TryParse);
        var parent = row.Text(NotificationColumns.Parent, 200);
        var parentEmail = Email(row);
        var parentPhone = row.Text(NotificationColumns.ParentPhone, 50);
        var interpreter = row.Text(NotificationColumns.Interpreter, 100);
        var setting = row.Text(NotificationColumns.Setting, 200);
        var urn = row.Identifier<string>(NotificationColumns.SettingUrn, Urn);
        var yearGroup = row.Text(NotificationColumns.YearGroup, 30);
        var need = Need(row);
        var lookedAfter = LookedAfter(row);
        var gp = row.Identifier<OdsCode>(NotificationColumns.GpPractice, OdsCode.TryParse);
        var reasons = row.Lines(NotificationColumns.Reasons, 4000);
        var views = row.Lines(NotificationColumns.FamilyViews, 4000);
        var (professionals, emptyDays) = Professionals(row, asked ?? requested, requested);
        if (professionals.Exists(p => (p.AskedOn ?? p.AnsweredOn) < told)) { told = ToldAfter(row, "after the day on which a service was asked or answered"); }
        var doNotShare = DoNotShareWith(row);
        WishHeadings.TellLeftOut(row, headings, columns);
        doNotShare = KeptWishes.With(doNotShare, row);

        // the row comes in as it is, and its case says what to look at: a doubt about who asked costs no child its clock
        if (source is { } who && startedBy != ClockEvent.ReassessmentNotified && born is { } birth && requested is { } on && SourceAndAge.Doubt(who, birth, on) is { } doubt) { row.LeaveOut(NotificationColumns.Source, $"look at this. {doubt}"); }

        var raw = PlainCells.Of(row, headings.Count, columns, dates);
        var said = new SaidOfChild(surname, forenames.BlankToNull(), born, nhsNumber?.Value, upn?.Value, reference, doNotShare);
        if (row.HasErrors || requested is null || surname is null || forenames is null || born is null)
        {
            if (doNotShare is not null) { row.Warning(NotificationColumns.DoNotShareWith, $"says “{doNotShare}”. Put the row right, so that it is not lost"); }
            return new(row.Line, VerdictKind.Error, row.Problems, null, raw) { Said = said, Beside = CellsBesides.Words(row.Row, headings) };
        }

        var notification = new ImportedNotification
        {
            LocalAuthority = authority,
            AuthorityReference = reference,
            CaseOwnerEmail = owner,
            StartedBy = startedBy ?? ClockEvent.RequestReceived,
            RequestReceivedOn = requested.Value,
            Source = source,
            DecidedToAssess = assess,
            DecidedOn = decidedOn,
            HealthToldOn = told,
            AdviceRequestedOn = asked,
            LegalSurname = surname,
            KnownAs = knownAs,
            Forenames = forenames,
            DateOfBirth = born.Value,
            Sex = sex,
            NhsNumber = nhsNumber,
            Upn = upn,
            Address = address,
            Postcode = postcode,
            ParentName = parent,
            ParentEmail = parentEmail,
            ParentPhone = parentPhone,
            Interpreter = interpreter,
            SettingName = setting,
            SettingUrn = urn,
            YearGroup = yearGroup,
            PrimaryNeed = need,
            IsLookedAfter = lookedAfter,
            GpPractice = gp,
            Reasons = reasons,
            FamilyViews = views,
            Professionals = professionals,
            DoNotShareWith = doNotShare,
            NobodyExcluded = doNotShare is null && row.OneLine(NotificationColumns.DoNotShareWith) is var nobody && NotText.SaysNobody(nobody) ? nobody : null,
            HasEmptyDecision = assess is null && columns.ContainsKey(NotificationColumns.Decision),
            EmptyDays = emptyDays,
            ToCorrect = row.ToCorrect,
        };
        var toDecide = hasOneName ? $"only one name, {surname}: take the row if that is the whole name" : TwoChildren.Doubt(AsItStands(row, NotificationColumns.Surname, surname), AsItStands(row, NotificationColumns.Forenames, forenames), knownAs) ?? WholeNames.Doubt(row, surname, forenames);
        var doubted = row.Row.Doubt ?? MixedDates(row) ?? OtherWeekday(row);
        return new(row.Line, row.Problems.Count > 0 || toDecide is not null || doubted is not null ? VerdictKind.Warning : VerdictKind.Ok, row.Problems, notification, raw) { ToDecide = toDecide, Doubt = doubted, Said = said, Beside = CellsBesides.Words(row.Row, headings) };
    }

    // the days of a case under way; health's limit runs from the day it was asked, so a day that cannot be refuses the row
    private (DateOnly? Told, DateOnly? Asked) InFlight(RowCells row, DateOnly? requested, bool? assess, DateOnly? decidedOn)
    {
        var told = row.Date(NotificationColumns.HealthTold, required: false, dates);
        var asked = row.Date(NotificationColumns.AdviceRequested, required: false, dates);
        if (told > today) { row.Problem(NotificationColumns.HealthTold, "in the future"); }
        else if (told < requested) { row.Problem(NotificationColumns.HealthTold, "before the request"); }
        else if (told > asked) { told = ToldAfter(row, "after the day on which it was asked for advice"); }
        if (asked > today) { row.Problem(NotificationColumns.AdviceRequested, "in the future"); }
        else if (asked is not null && assess != true) { row.Problem(NotificationColumns.AdviceRequested, "given, though there is no decision to assess"); }
        else if (asked < decidedOn) { row.Problem(NotificationColumns.AdviceRequested, "before the decision to assess"); }
        return (told, asked);
    }

    // one of the two is a slip, and on the day of asking rests health's clock
    private static DateOnly? ToldAfter(RowCells row, string what)
    {
        row.LeaveOut(NotificationColumns.HealthTold, what);
        return null;
    }

    // a column that we do not take often says that a case is over
    private IEnumerable<(string Heading, string Value)> Ended(RowCells row) =>
        from i in Enumerable.Range(0, Math.Min(headings.Count, row.Cells.Length))
        where !columns.Values.Contains(i) && OutcomeHeadings.Any(h => NotificationColumns.Key(headings[i]).Contains(h, StringComparison.Ordinal))
        let value = row.Cells[i].Trim()
        where EndWords.Any(w => NotificationColumns.Key(value).Contains(w, StringComparison.Ordinal))
        select (headings[i].Trim(), value.Length > 40 ? value[..40] + "…" : value);

    private static readonly string[] OutcomeHeadings = ["STATUS", "OUTCOME", "STAGE", "STATE", "COMMENT", "NOTE", "RESULT"];
    private static readonly string[] EndWords = ["WITHDRAWN", "CEASED", "CLOSED", "PLANISSUED", "ISSUED", "FINALISED", "FINALPLAN", "NOPLAN", "COMPLETE", "MOVEDOUT", "MOVEDAWAY", "DECEASED"];

    // from two columns, or from one that holds the whole name; somebody's one name stands as the surname
    private static (string? Surname, string? Forenames, bool HasOneName) Names(RowCells row)
    {
        var (surname, forenames) = (row.OneLine(NotificationColumns.Surname), row.OneLine(NotificationColumns.Forenames));
        if (surname.Length + forenames.Length == 0 && WholeNames.Of(row) is var (last, first)) { (surname, forenames) = (last, first); }
        if (surname.Length + forenames.Length == 0)
        {
            row.Problem(NotificationColumns.Surname, "missing");
            row.Problem(NotificationColumns.Forenames, "missing");
            return (null, null, false);
        }
        if (EndWords.FirstOrDefault(w => NotificationColumns.Key(surname + forenames).Contains(w, StringComparison.Ordinal)) is not null || (surname + forenames).Contains('(', StringComparison.Ordinal)) { row.Warning(NotificationColumns.Forenames, $"is “{$"{forenames} {surname}".Trim()}” a name and nothing else? Leave the row out if the case has ended"); }
        if (WholeNames.MayGoOn(row, surname, forenames)) { row.Warning(NotificationColumns.Surname, $"is “{surname}” the whole surname?"); }
        TellOtherName(row, $"{forenames} {surname}");
        if (surname.Length > 0 && forenames.Length > 0) { return (row.Name(NotificationColumns.Surname, surname), row.Name(NotificationColumns.Forenames, forenames), false); }
        var only = row.Name(surname.Length > 0 ? NotificationColumns.Surname : NotificationColumns.Forenames, surname + forenames);
        return (only, "", only is not null);
    }

    // two lines in a cell may be two children
    private static string AsItStands(RowCells row, string column, string name) => row.Raw(column) is { Length: > 0 } raw ? raw : name;

    private static string? KnownAs(RowCells row)
    {
        if (Answer(row.OneLine(NotificationColumns.KnownAs)) is null) { return row.Text(NotificationColumns.KnownAs, ChildOrYoungPerson.NameLength); }
        if (Answer(row.OneLine(NotificationColumns.KnownAs)) == true) { row.LeaveOut(NotificationColumns.KnownAs, "an answer, not a name"); }
        return null;
    }

    // a column of the whole name beside those of its parts may say another one
    private static void TellOtherName(RowCells row, string name)
    {
        var known = SearchKey.Of(name).Split(' ').ToHashSet();
        foreach (var column in new[] { ColumnNames.SurnameFirst, ColumnNames.ForenamesFirst })
        {
            if (row.OneLine(column) is { Length: > 0 } whole && !SearchKey.Of(whole).Split(' ').All(known.Contains)) { row.Keep("Whole name", whole, "a column of whole names says this"); }
        }
    }

    // null when the date is wrong, so that no other column is reported because of it
    private DateOnly? RequestDate(RowCells row)
    {
        if (row.Date(NotificationColumns.RequestReceived, required: true, dates) is not { } date) return null;
        if (date > today) return row.Problem<DateOnly>(NotificationColumns.RequestReceived, "in the future");
        return date < StatutoryRules.Commencement
            ? row.Problem<DateOnly>(NotificationColumns.RequestReceived, "before 1 September 2014, when this law began")
            : date;
    }

    private (bool? Assess, DateOnly? On) Decision(RowCells row, DateOnly? requested, ClockEvent? startedBy)
    {
        var assess = YesNo(row, NotificationColumns.Decision);
        var decided = assess is not null || row.Has(NotificationColumns.Decision);
        var on = row.Date(NotificationColumns.DecisionDate, required: decided, dates);
        if (on is not null && !decided) row.Problem(NotificationColumns.Decision, "missing, though there is a date of decision");
        if (on > today) row.Problem(NotificationColumns.DecisionDate, "in the future");
        else if (on < requested) row.Problem(NotificationColumns.DecisionDate, "before the request");
        if (assess == false && startedBy is { } start && AssessmentStarts.MustAssess(start)) row.Problem(NotificationColumns.Decision, "must be Yes or blank: on this route the authority must assess");
        if (startedBy != ClockEvent.ReassessmentNotified) return (assess, on);
        // on this route the authority's own decision to re-assess started the clock
        if (on is not null && requested is not null && on != requested) row.Problem(NotificationColumns.DecisionDate, "must be the same day, or blank: on this route the decision is what began it");
        return (true, requested);
    }

    private DateOnly? DateOfBirth(RowCells row, DateOnly? requested)
    {
        var born = row.Date(NotificationColumns.DateOfBirth, required: true, dates);
        if (born > today) row.Problem(NotificationColumns.DateOfBirth, "in the future");
        else if (born > requested) row.Problem(NotificationColumns.DateOfBirth, "after the request");
        else if (born is { } b && requested is { } r && AgeLimit.IsRefused(b, r)) { row.Problem(NotificationColumns.DateOfBirth, "26 or over at the request"); }
        else if (born is { } young && requested is { } asked && AgeLimit.NeedsReason(young, asked)) { row.LeaveOut(CellToCorrect.Reasons, "", $"25 at the request. {AgeLimit.WhyReason}"); }
        return born;
    }

    // the search for one would open another child's case
    private static string? Reference(RowCells row)
    {
        var text = row.Text(NotificationColumns.AuthorityReference, 50);
        if (text is null || !AssessmentReference.TryParse(text, out _, out _)) { return text; }
        row.LeaveOut(NotificationColumns.AuthorityReference, "this is how the portal numbers its own cases: write your own reference");
        return null;
    }

    // what was decided moves the clock, so a word that is no answer refuses the row
    private static bool? YesNo(RowCells row, string column)
    {
        var text = row.OneLine(column);
        if (Answer(text) is { } answer) { return answer; }
        if (NotText.IsExcelError(text)) { return row.Problem<bool>(column, RowCells.ErrorWords(text)); }
        return row.Has(column) ? row.Problem<bool>(column, "must be Yes, No or blank") : null;
    }

    private static bool? Answer(string text) => text.ToUpperInvariant() switch
    {
        "YES" or "Y" or "TRUE" or "1" => true,
        "NO" or "N" or "FALSE" or "0" => false,
        _ => null,
    };

    private static bool? LookedAfter(RowCells row)
    {
        var text = row.OneLine(NotificationColumns.LookedAfter);
        if (Answer(text) is { } answer) { return answer; }
        if (NotText.IsAsked(text)) { row.LeaveOut(NotificationColumns.LookedAfter, "must be Yes, No or blank"); return null; }
        if (NotificationColumns.Key(text) is "CLA" or "LAC" or "LOOKEDAFTER" or "CHILDLOOKEDAFTER" or "LOOKEDAFTERCHILD" or "YESCLA" or "YESLAC") { return true; }
        if (NotificationColumns.Key(text) is "NOTCLA" or "NOTLAC" or "NOTLOOKEDAFTER") { return false; }
        if (row.Has(NotificationColumns.LookedAfter) || NotText.IsExcelError(text)) { row.LeaveOut(NotificationColumns.LookedAfter, "must be Yes, No or blank"); }
        return null;
    }

    private static string? Email(RowCells row)
    {
        var text = row.Text(NotificationColumns.ParentEmail, EmailAddress.Length);
        if (text is null || EmailAddress.CanReceive(text)) { return text; }
        row.LeaveOut(NotificationColumns.ParentEmail, "not an address that can receive mail");
        return null;
    }

    private static ClockEvent? StartedBy(RowCells row)
    {
        var text = row.OneLine(NotificationColumns.HowItBegan);
        if (NotText.IsExcelError(text)) { return row.Problem<ClockEvent>(NotificationColumns.HowItBegan, RowCells.ErrorWords(text)); }
        if (!row.Has(NotificationColumns.HowItBegan)) { return ClockEvent.RequestReceived; }
        ClockEvent? startedBy = NotificationColumns.Key(text) switch
        {
            _ when NotText.IsAsked(text) => null,
            "SECTION36" or "S36" or "SECTION36REQUEST" or "REQUEST" => ClockEvent.RequestReceived,
            "SECTION24" or "S24" or "SECTION24RESPONSIBILITY" => ClockEvent.BecameResponsible,
            "TRIBUNALORDER" or "TRIBUNALORDEREDASSESSMENT" => ClockEvent.AssessmentOrdered,
            "TRIBUNALNOTOPPOSED" => ClockEvent.AssessmentConceded,
            "REASSESSMENTREQUESTED" or "REASSESSMENTONREQUEST" => ClockEvent.ReassessmentRequested,
            "REASSESSMENTOWNDECISION" => ClockEvent.ReassessmentNotified,
            _ => null,
        };
        return startedBy ?? row.Problem<ClockEvent>(NotificationColumns.HowItBegan, "must be Section 36, Section 24, Tribunal order, Tribunal not opposed, Re-assessment requested or Re-assessment own decision");
    }

    private static RequestSource? Source(RowCells row)
    {
        if (row.Text(NotificationColumns.Source, 100) is not { } text) { return null; }
        RequestSource? source = NotificationColumns.Key(text) switch
        {
            _ when NotText.IsAsked(text) => null,
            "PARENT" or "PARENTORCARER" or "PARENTCARER" or "PARENTS" or "CARER" or "FAMILY" => RequestSource.Parent,
            "YOUNGPERSON" => RequestSource.YoungPerson,
            "SCHOOL" or "NURSERY" or "SETTING" => RequestSource.School,
            "POST16INSTITUTION" or "COLLEGE" => RequestSource.Post16Institution,
            "OTHER" or "HEALTH" or "SOCIALCARE" => RequestSource.Other,
            _ => null,
        };
        if (source is null) { row.LeaveOut(NotificationColumns.Source, "must be Parent, Young person, School, Post-16 institution or Other"); }
        return source;
    }

    private static CodedName? Need(RowCells row)
    {
        if (row.Text(NotificationColumns.PrimaryNeed, 100) is not { } text) { return null; }
        var need = NotText.IsAsked(text) ? null : NeedNames.Find(text);
        if (need is null) { row.LeaveOut(NotificationColumns.PrimaryNeed, $"not one of the codes {string.Join(", ", PrimaryNeeds.All.Select(n => n.Code))}"); }
        return need;
    }

    private static bool Urn(string? text, out string? value, out string problem)
    {
        value = text is { Length: 6 } && text.All(char.IsAsciiDigit) ? text : null;
        problem = value is null ? "must have 6 digits" : "";
        return value is not null;
    }

    // a service without a person's name is common and fine; a provider alone does not say whom to ask
    private (List<ImportedProfessional> Found, List<EmptyDay> Empty) Professionals(RowCells row, DateOnly? asked, DateOnly? requested)
    {
        List<ImportedProfessional> found = [];
        List<EmptyDay> empty = [];
        foreach (var column in professionalColumns)
        {
            var name = Whom(row, column.Name);
            var service = Whom(row, column.Service);
            var provider = row.Text(column.Provider, 200);
            // a case has several: what cannot be read of one says whose it is
            string On(string plain, bool isAnswer) => (service ?? name ?? column.Headed.FirstOrDefault(h => h.IsAnswer == isAnswer)?.Service) is { } whose ? $"{whose}: {(isAnswer ? "answered" : "asked")} on" : plain;
            var answered = Answered(row, column.Answered, On(column.Answered, true), asked);
            var askedOn = Asked(row, column.Asked, On(column.Asked, false), requested, answered);
            var family = FamilyAsked(row, column.Family);
            if (name is not null || service is not null)
            {
                found.Add(new(name, service, provider, answered, family, askedOn));
                empty.AddRange(new[] { false, true }.Where(isAnswer => row.IsEmptyDay(column.Day(isAnswer))).Select(isAnswer => new EmptyDay(found[^1], isAnswer)));
            }
            else if (column.Headed.Count > 0)
            {
                found.AddRange(Headed(row, column, provider, askedOn, answered, family));
                empty.AddRange(column.Headed.Where(h => row.IsEmptyDay(column.Day(h.IsAnswer))).Select(h => new EmptyDay(new(null, h.Service, provider, AskedOn: askedOn), h.IsAnswer)));
            }
            else if (Whom(provider, askedOn, answered, family) is { Length: > 0 } given) { row.LeaveOut(column.Service, given, "missing: nothing says which professional or service is meant"); }
        }

        if (Answered(row, NotificationColumns.HealthAnswered, NotificationColumns.HealthAnswered, asked) is { } on)
        {
            // whoever is named without a day may be the one who answered, which only a person can know
            if (found.Where(p => p.AnsweredOn is null).Select(p => p.Name ?? p.Service).ToList() is { Count: > 0 } silent)
            {
                row.LeaveOut(NotificationColumns.HealthAnswered, $"does not say who answered, and no day stands beside {string.Join(", ", silent)}. It is kept as an answer of a service that is not named: see whose it was before anybody is asked");
            }
            found.Add(HealthUnnamed with { AnsweredOn = on });
        }
        if (row.IsEmptyDay(NotificationColumns.HealthAnswered)) { empty.Add(new(HealthUnnamed, true)); }
        return (found, empty);
    }

    private static readonly ImportedProfessional HealthUnnamed = new(null, "Health (service not named)", null);

    // columns headed "OT requested" and "OT received" name the service themselves, also where a word or a tick stands for the day
    private static IEnumerable<ImportedProfessional> Headed(RowCells row, ProfessionalColumns column, string? provider, DateOnly? askedOn, DateOnly? answered, bool family) =>
        from service in column.Headed.GroupBy(h => SearchKey.Of(h.Service))
        let asked = service.Any(h => !h.IsAnswer)
        let back = service.Any(h => h.IsAnswer)
        where (asked && (askedOn is not null || row.Has(column.Asked))) || (back && (answered is not null || row.Has(column.Answered)))
        select new ImportedProfessional(null, service.First().Service, provider, back ? answered : null, family, asked ? askedOn : null);

    // a tick or a "Yes" under "SALT involved" names nobody: the heading may, which a person can read
    private string? Whom(RowCells row, string column)
    {
        var text = row.OneLine(column);
        if (!NotText.IsMark(text) && !NotText.IsInDoubt(text) && Answer(text) is null)
        {
            if (NotText.IsAsked(text)) { row.Warning(column, $"“{text}” is in doubt, so it is named as it stands. The DCO service decides whom to ask"); }
            if (NamedTogether.AreIn(text)) { row.Warning(column, $"“{text}” may name more than one, and counts as one. Give each a column or row of its own, or the DCO service asks each"); }
            return row.Text(column, 200);
        }
        if (Answer(text) != false) { row.LeaveOutAs(column, headings[columns[column]].Trim(), "does not say who or which service is meant"); }
        return null;
    }

    private static string Whom(string? provider, DateOnly? askedOn, DateOnly? answered, bool family) =>
        string.Join(", ", new[] { provider, askedOn is { } on ? $"asked {UkText.LongDate(on)}" : null, answered is { } back ? $"answered {UkText.LongDate(back)}" : null, family ? "asked for by the family" : null }.OfType<string>());

    // somebody is meant, and nobody knows who: that is an objection until a person has found out
    private string? DoNotShareWith(RowCells row)
    {
        var text = row.OneLine(NotificationColumns.DoNotShareWith);
        if (UnknownWish.Contains(NotificationColumns.Key(text)))
        {
            row.LeaveOut(NotificationColumns.DoNotShareWith, "says that this is not known yet: ask the family");
            return null;
        }
        if (row.MadeDate(NotificationColumns.DoNotShareWith) is { } shown) { return Doubtful(shown, RowCells.MadeDateWords); }
        if (text.Length > 0 && columns.TryGetValue(NotificationColumns.DoNotShareWith, out var at) && WishHeadings.AsksForConsent(headings[at])) { return Doubtful($"{headings[at].Trim()}: {text}", $"stands under “{headings[at].Trim()}”, which does not say whom not to share with"); }
        if (row.Has(NotificationColumns.DoNotShareWith) && columns.TryGetValue(NotificationColumns.DoNotShareWith, out var headed) && WishHeadings.SaysMore(headings[headed])) { return Doubtful($"{headings[headed].Trim()}: {text}", "stands under a heading that says more"); }
        if (NotText.IsInDoubt(text) || NotText.IsMark(text) || Answer(text) == true) { return Doubtful(text, "does not say who"); }
        // "N" and "0" say "No"
        return Answer(text) == false ? null : row.Lines(NotificationColumns.DoNotShareWith, 1000).ObjectionOrNull();

        string Doubtful(string given, string why)
        {
            row.LeaveOut(WhomNotToTell, given, $"{why}. Until somebody finds out, it counts as an objection");
            return $"{given} (so in a spreadsheet: {SharingWishes.FindOutWho})";
        }
    }

    private static readonly HashSet<string> UnknownWish = ["UNKNOWN", "NOTKNOWN", "NOTSURE", "UNSURE", "DONTKNOW", "NK", "TBC", "TBA", "TBD", "TOBECONFIRMED", "TOFOLLOW", "AWAITING"];

    private const string WhomNotToTell = "Whom not to share with";

    private static bool FamilyAsked(RowCells row, string column)
    {
        var text = row.OneLine(column);
        if (Answer(text) is { } answer) { return answer; }
        if (row.Has(column) || NotText.IsExcelError(text)) { row.LeaveOut(column, "must be Yes, No or blank"); }
        return false;
    }

    private DateOnly? Asked(RowCells row, string column, string name, DateOnly? requested, DateOnly? answered)
    {
        if (row.OptionalDate(column, name, dates) is not { } on) { return null; }
        if (on <= today && !(on < requested) && !(on > answered)) { return on; }
        row.LeaveOutAs(column, name, on > today ? "in the future" : on < requested ? "before the request" : "after the answer");
        return null;
    }

    private DateOnly? Answered(RowCells row, string column, string name, DateOnly? asked)
    {
        if (row.OptionalDate(column, name, dates) is not { } on) { return null; }
        if (on <= today && (asked is null || on >= asked)) { return on; }
        row.LeaveOutAs(column, name, on > today ? "in the future" : "before health was asked");
        return null;
    }
}
