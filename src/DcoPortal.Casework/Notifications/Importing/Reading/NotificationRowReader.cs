using DcoPortal.Domain.Identifiers;

namespace DcoPortal.Casework.Notifications.Importing.Reading;

// the rules of one row; remembers earlier rows, to recognise the same child or reference
internal sealed class NotificationRowReader(IReadOnlyList<string> headings, DateOnly today)
{
    private readonly Dictionary<string, int> columns = headings
        .Select((heading, index) => (Known: NotificationColumns.Known(heading), index))
        .Where(c => c.Known is not null)
        .ToDictionary(c => c.Known!, c => c.index);

    private readonly (string Name, string Service, string Provider)[] professionalColumns = [.. Enumerable.Range(1, NotificationColumns.MostProfessionals)
        .Select(n => (NotificationColumns.ProfessionalName(n), NotificationColumns.ProfessionalService(n), NotificationColumns.ProfessionalProvider(n)))];

    private readonly SeenRows seen = new();

    public ImportRowVerdict Read(int line, IReadOnlyList<string> cells)
    {
        var row = new RowCells(line, cells, columns);
        if (cells.Skip(headings.Count).Any(c => !string.IsNullOrWhiteSpace(c)))
            row.Problem(null, "more cells than headings: a cell that holds a comma must stand in quotation marks");

        var reference = row.Text(NotificationColumns.AuthorityReference, 50);
        var owner = row.Text(NotificationColumns.CaseOwner, 254);
        var requested = RequestDate(row);
        var startedBy = StartedBy(row);
        var source = Source(row);
        var (assess, decidedOn) = Decision(row, requested, startedBy);
        var surname = row.Text(NotificationColumns.Surname, 100, required: true);
        var knownAs = row.Text(NotificationColumns.KnownAs, 100);
        var forenames = row.Text(NotificationColumns.Forenames, 100, required: true);
        var born = DateOfBirth(row, requested);
        var sex = row.Text(NotificationColumns.Sex, 20);
        var nhsNumber = row.Identifier<NhsNumber>(NotificationColumns.NhsNumber, NhsNumber.TryParse);
        var upn = row.Identifier<Upn>(NotificationColumns.Upn, Upn.TryParse);
        var address = row.Lines(NotificationColumns.Address, 400);
        var postcode = row.Identifier<Postcode>(NotificationColumns.Postcode, Postcode.TryParse);
        var parent = row.Text(NotificationColumns.Parent, 200);
        var parentEmail = row.Text(NotificationColumns.ParentEmail, 254);
        var parentPhone = row.Text(NotificationColumns.ParentPhone, 50);
        var interpreter = row.Text(NotificationColumns.Interpreter, 100);
        var setting = row.Text(NotificationColumns.Setting, 200);
        var urn = Urn(row);
        var yearGroup = row.Text(NotificationColumns.YearGroup, 30);
        var need = Need(row);
        var lookedAfter = row.YesNo(NotificationColumns.LookedAfter);
        var gp = row.Identifier<OdsCode>(NotificationColumns.GpPractice, OdsCode.TryParse);
        var views = row.Lines(NotificationColumns.FamilyViews, 4000);
        var professionals = Professionals(row);
        var doNotShare = row.Lines(NotificationColumns.DoNotShareWith, 1000);
        seen.Compare(row, reference, nhsNumber, surname, forenames, born);

        var raw = cells.Concat(Enumerable.Repeat("", Math.Max(0, headings.Count - cells.Count))).ToList();
        if (row.HasErrors || requested is null || surname is null || forenames is null || born is null)
            return new(line, VerdictKind.Error, row.Problems, null, raw);

        var notification = new ImportedNotification
        {
            AuthorityReference = reference,
            CaseOwnerEmail = owner,
            StartedBy = startedBy ?? ClockEvent.RequestReceived,
            RequestReceivedOn = requested.Value,
            Source = source,
            DecidedToAssess = assess,
            DecidedOn = decidedOn,
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
            FamilyViews = views,
            Professionals = professionals,
            DoNotShareWith = doNotShare,
        };
        return new(line, row.Problems.Count > 0 ? VerdictKind.Warning : VerdictKind.Ok, row.Problems, notification, raw);
    }

    // null when the date is wrong, so that no other column is reported because of it
    private DateOnly? RequestDate(RowCells row)
    {
        if (row.Date(NotificationColumns.RequestReceived, required: true) is not { } date) return null;
        if (date > today) return row.Problem<DateOnly>(NotificationColumns.RequestReceived, "in the future");
        return date < StatutoryRules.Commencement
            ? row.Problem<DateOnly>(NotificationColumns.RequestReceived, "before 1 September 2014, when this law began")
            : date;
    }

    private (bool? Assess, DateOnly? On) Decision(RowCells row, DateOnly? requested, ClockEvent? startedBy)
    {
        var decided = row.Has(NotificationColumns.Decision);
        var assess = row.YesNo(NotificationColumns.Decision);
        var on = row.Date(NotificationColumns.DecisionDate, required: decided);
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
        var born = row.Date(NotificationColumns.DateOfBirth, required: true);
        if (born > today) row.Problem(NotificationColumns.DateOfBirth, "in the future");
        else if (born > requested) row.Problem(NotificationColumns.DateOfBirth, "after the request");
        else if (born is { } b && requested is { } r && AgeLimit.IsRefused(b, r))
            row.Problem(NotificationColumns.DateOfBirth, "26 or over at the request");
        return born;
    }

    private static ClockEvent? StartedBy(RowCells row)
    {
        if (row.Text(NotificationColumns.HowItBegan, 100) is not { } text) return ClockEvent.RequestReceived;
        ClockEvent? startedBy = NotificationColumns.Key(text) switch
        {
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
        if (row.Text(NotificationColumns.Source, 100) is not { } text) return null;
        RequestSource? source = NotificationColumns.Key(text) switch
        {
            "PARENT" or "PARENTORCARER" => RequestSource.Parent,
            "YOUNGPERSON" => RequestSource.YoungPerson,
            "SCHOOL" => RequestSource.School,
            "POST16INSTITUTION" => RequestSource.Post16Institution,
            "OTHER" => RequestSource.Other,
            _ => null,
        };
        return source ?? row.Problem<RequestSource>(NotificationColumns.Source, "must be Parent, Young person, School, Post-16 institution or Other");
    }

    private static CodedName? Need(RowCells row)
    {
        if (row.Text(NotificationColumns.PrimaryNeed, 100) is not { } text) return null;
        var need = PrimaryNeeds.All.FirstOrDefault(n => NotificationColumns.Key(text) == n.Code || text.Equals(n.Name, StringComparison.OrdinalIgnoreCase));
        if (need is null) row.Problem(NotificationColumns.PrimaryNeed, "not a code");
        return need;
    }

    private static string? Urn(RowCells row)
    {
        var urn = row.Text(NotificationColumns.SettingUrn, 100);
        if (urn is null || (urn.Length == 6 && urn.All(char.IsAsciiDigit))) return urn;
        row.Problem(NotificationColumns.SettingUrn, "must have 6 digits");
        return null;
    }

    // a service without a person's name is common and fine; a provider alone does not say whom to ask
    private List<ImportedProfessional> Professionals(RowCells row)
    {
        List<ImportedProfessional> found = [];
        foreach (var column in professionalColumns)
        {
            var name = row.Text(column.Name, 200);
            var service = row.Text(column.Service, 200);
            var provider = row.Text(column.Provider, 200);
            if (name is not null || service is not null) found.Add(new(name, service, provider));
            else if (provider is not null) row.Problem(column.Service, "missing: a provider alone does not say whom to ask");
        }

        return found;
    }
}
