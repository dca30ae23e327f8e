using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Documents.Storage;
using DcoPortal.Casework.Notifications.Importing.Reading;
using DcoPortal.Casework.Ties;

namespace DcoPortal.Casework.Notifications.Importing.Planning;

/// <summary>Reads an import's file again and says what will become, or became, of each row. Saves nothing.</summary>
public sealed class ImportPlanQuery(PortalDb db, PortalDbFactory databases, IDocumentStore store, DirectoryIndex directory, MergedCases merged, OtherAuthorities otherAuthorities, UkClock clock)
{
    private const int MostNotFound = 30;

    // twice the weeks that the law gives for the plan
    private const int DaysOfAnOldCase = 40 * 7;

    // who decided longer ago has probably asked health already, outside the portal
    private const int DaysToAskHealth = 14;

    /// <summary>The plan by today's date; for a finished import by the day on which it was done.</summary>
    /// <returns>Null when the file has been deleted.</returns>
    /// <exception cref="DocumentStoreUnavailableException">The store is away.</exception>
    public async Task<ImportPlan?> ForAsync(ImportBatch batch, CancellationToken ct)
    {
        if (await BytesAsync(batch, ct) is not { } bytes) { return null; }
        var finished = batch is { FinishedUtc: not null, Failure: null };
        var choices = ReadingChoices.Of(batch.Choices);
        var reading = NotificationSpreadsheet.Read(bytes, finished ? UkClock.DateOf(batch.FinishedUtc!.Value) : clock.Today, choices, batch.IsTracker);
        if (reading.Rows.Count == 0) { return new(reading, []); }
        var ids = reading.Rows.ToDictionary(r => r.Line, r => ImportedDetails.IdOf(batch.Id, r.Line));
        var authorities = await AuthoritiesAsync(batch, ct);
        var whose = reading.Rows.ToDictionary(r => r.Line, r => Whose(r, batch, authorities));
        Dictionary<Guid, KnownCases> known = [];
        foreach (var authority in whose.Values.Select(w => w.Authority?.Id).OfType<Guid>().Distinct()) { known[authority] = await KnownCases.LoadAsync(db, merged, authority, ids.Values.ToHashSet(), ct); }
        await directory.LoadAsync(ct);
        var owners = await OwnersAsync(reading, ct);
        await KeepForeignReferencesAsync(batch, reading, known, ct);
        List<PlannedRow> rows = [];
        foreach (var row in reading.Rows)
        {
            var (authority, wrong) = whose[row.Line];
            rows.Add(authority is null || wrong is not null
                ? new() { Verdict = row, AssessmentId = ids[row.Line], Fate = RowFate.Refused, Reasons = [.. wrong is null ? Array.Empty<string>() : [wrong], .. row.Problems.Select(p => p.ToString())] }
                : Planned(row, batch, ids[row.Line], known[authority.Id], authority.Id, owners, finished, choices) with { AuthorityId = authority.Id });
        }
        if (db.Scope.Kind == ScopeKind.DcoService && !finished) { rows = [.. await otherAuthorities.HeldAsync(rows, choices, ct)]; }
        var held = LeftOutRows.Held(LeftOutWishes.Held(await ButKnownAsync(rows, batch, ct), choices, finished), choices, finished);
        return WithDirectory(new(reading, TrackerRows.WithoutOrphans(TrackerRows.Joined(held, batch.IsTracker, TooEarly, directory), finished)));
    }

    // a reference of the authority that a case with its other board has is taken all the same: yes or no, and nothing else of that case
    private async Task KeepForeignReferencesAsync(ImportBatch batch, ImportReading reading, Dictionary<Guid, KnownCases> known, CancellationToken ct)
    {
        if (!batch.IsByHealth) { return; }
        var written = reading.Rows.Select(r => r.Notification?.AuthorityReference).OfType<string>().Distinct().ToList();
        await using var all = databases.Create(AccessScope.System);
        foreach (var (authority, cases) in known)
        {
            cases.TakenElsewhere = await all.Assessments.Where(a => a.LocalAuthorityId == authority && a.IcbId != batch.IcbId && a.AuthorityReference != null && written.Contains(a.AuthorityReference)).Select(a => a.AuthorityReference!).ToHashSetAsync(StringComparer.OrdinalIgnoreCase, ct);
        }
    }

    // a row that says nothing which its case does not have is there already, else it adds or is looked at; so is another day of an answer
    private async Task<IReadOnlyList<PlannedRow>> ButKnownAsync(List<PlannedRow> rows, ImportBatch batch, CancellationToken ct)
    {
        List<string> references = [.. rows.Where(IsOfCase).Select(r => r.Reference!).Distinct()];
        if (references.Count == 0) { return rows; }
        var cases = await db.Assessments.AsNoTracking().Where(a => references.Contains(a.Reference)).ToDictionaryAsync(a => a.Reference, ct);
        var known = new KnownServices(
            await db.AdviceRequests.AsNoTracking().Where(r => references.Contains(r.AssessmentReference) && r.Stage != RequestStage.ToSend).Select(r => new SentRequest(r.AssessmentReference, r.DuplicateKey, r.ReturnedOn, r.Stage, r.Moves.Any(m => m.Move == RequestMove.TakeBackRecorded))
            {
                AskedOn = r.Moves.Any(m => m.Move == RequestMove.RecordAsked) ? r.AskedOn : null,
                SentOn = r.Moves.Any(m => m.Move == RequestMove.RecordAsked) ? null : r.AskedOn,
                ReceivedByHealthOn = r.ReceivedByHealthOn,
                HasBegun = r.AcknowledgedUtc != null || db.AdviceResponses.Any(d => d.Id == r.Id),
                // an authority does not see the moves
                WasRecorded = db.ReturnedAnswers.Any(a => a.AdviceRequestId == r.Id && a.Summary == AdviceRequest.GivenElsewhere && a.WithdrawnUtc == null),
            }).ToListAsync(ct),
            cases.Values.Where(a => a.Decision == AssessmentDecision.Assess).ToDictionary(a => a.Reference, a => a.AdviceRequestReceivedOn),
            await (from p in db.InvolvedProfessionals.AsNoTracking() join a in db.Assessments on p.AssessmentId equals a.Id where references.Contains(a.Reference) select new NamedOnCase(a.Reference, p)).ToListAsync(ct));
        var unsaid = new NoLongerSaid(rows, known, await CameDecidedAsync(rows, cases, ct), directory, batch);
        return rows.ConvertAll(r =>
        {
            if (!IsOfCase(r) || cases.GetValueOrDefault(r.Reference!) is not { } there) { return r; }
            List<NamedProfessional> services = [.. r.Details!.Professionals.Select(directory.Link)];
            return unsaid.Told(there, WithNews(NamesToCompare(r) ? known.Compared(r, services) : r, there, r.Fate == RowFate.LookAt ? known.News(r, services) : []));
        });
    }

    // a decision that somebody recorded since was never in a file, so that a row without one is the same again
    private async Task<IReadOnlySet<string>> CameDecidedAsync(List<PlannedRow> rows, Dictionary<string, Assessment> cases, CancellationToken ct)
    {
        var ids = rows.Where(r => IsOfCase(r) && r.Verdict.Notification!.HasEmptyDecision).Select(r => cases.GetValueOrDefault(r.Reference!)).Where(a => a?.Decision is not null).Select(a => a!.Id).Distinct().ToList();
        if (ids.Count == 0) { return new HashSet<string>(); }
        string[] facts = [nameof(DecisionRecorded), nameof(NotificationLogged), nameof(NotificationImported), nameof(NotificationRecordedForAuthority)];
        var entries = await db.AuditEntries.AsNoTracking().Where(e => e.AssessmentId != null && ids.Contains(e.AssessmentId.Value) && facts.Contains(e.Fact)).OrderBy(e => e.AtUtc).ThenBy(e => e.Id).Select(e => new { e.AssessmentReference, e.Fact, e.ActionId }).ToListAsync(ct);
        // what one import did, or one click, has one action in the trail
        return entries.GroupBy(e => e.AssessmentReference!).Where(g => g.LastOrDefault(e => e.Fact == nameof(DecisionRecorded)) is { } decided && g.Any(e => e.Fact != nameof(DecisionRecorded) && e.ActionId == decided.ActionId)).Select(g => g.Key).ToHashSet();
    }

    private static bool IsOfCase(PlannedRow row) => row is { Fate: RowFate.AddsTo, AddsToLine: null } or { Fate: RowFate.AlreadyThere or RowFate.LookAt, Reference: not null } && row.Said is not null;

    // what a row says otherwise is looked at before it is passed over, and said before it is added
    private static PlannedRow WithNews(PlannedRow row, Assessment there, IEnumerable<string> services)
    {
        var said = row.Said!;
        if (row is { Fate: RowFate.AddsTo, IsByNameAlone: true, IsSame: false } && TrackerRows.OfChild(SaidBesides.Cells(said, SaidOfCase.Of(there), there.Reference, alsoOther: true)) is { Count: > 0 } otherwise)
        {
            return row with { Fate = RowFate.LookAt, Reasons = [TrackerRows.LookAtBoth(there.Reference), .. otherwise, .. row.Reasons.Skip(1)] };
        }
        if (row.Fate == RowFate.AddsTo) { return row with { Reasons = [.. row.Reasons, .. TrackerRows.Otherwise(SaidBesides.Cells(said, SaidOfCase.Of(there), there.Reference, alsoOther: true))] }; }
        var listed = there.ToCorrect;
        List<string> news = [.. SaidBesides.News(said, SaidOfCase.Of(there), listed), .. row.Details!.Owner is { } owner && there.OwnerUserId != owner.UserId ? [$"{NotificationColumns.CaseOwner}, {owner.Name}"] : Array.Empty<string>(),
            .. row.Verdict.Notification!.ToCorrect.Concat(row.Details.ToCorrect.Where(c => c.Field.EndsWith(ServiceRounds.SecondTime, StringComparison.Ordinal))).Where(c => c.Given.Length > 0 && listed.All(l => l.Given != c.Given) && !there.IsPutRight(c.Field)).Select(c => c.Field)];
        news.AddRange(services);
        if (news.Count == 0) { return row; }
        return row.Fate == RowFate.AlreadyThere ? row with { Fate = RowFate.LookAt, Reasons = [$"Look at this: the same as {there.Reference}, and it says more: {string.Join(", ", news)}", .. row.Reasons.Skip(1)] }
            : row.Fate == RowFate.LookAt ? row with { Reasons = [row.Reasons[0], $"The row also says {string.Join(", ", news)}", .. row.Reasons.Skip(1)] } : row;
    }

    private static bool NamesToCompare(PlannedRow row) => row is { Fate: RowFate.AddsTo, AddsToLine: null } || (row is { Fate: RowFate.AlreadyThere, Reference: not null } && row.Details!.Professionals.Count > 0);

    // the authorities that a row can mean: every one of the board in its tracker, else the one of the import
    private async Task<AuthorityNames> AuthoritiesAsync(ImportBatch batch, CancellationToken ct) => new(batch.LocalAuthorityId is { } own
        ? await db.LocalAuthorities.AsNoTracking().Where(a => a.Id == own).ToListAsync(ct)
        : await db.LocalAuthorities.AsNoTracking().OfBoard(db, batch.IcbId).ToListAsync(ct));

    private static (LocalAuthority? Authority, string? Wrong) Whose(ImportRowVerdict row, ImportBatch batch, AuthorityNames authorities)
    {
        var written = row.Notification?.LocalAuthority;
        if (written is null) { return batch.IsTracker && row.Notification is not null ? (null, $"{NotificationColumns.LocalAuthority}: missing, so nobody knows whose case it is") : (authorities.Only, null); }
        return authorities.Find(written) is { } found ? (found, null)
            : (null, batch.IsTracker ? $"{NotificationColumns.LocalAuthority}: “{written}” is not one of your board’s" : $"{NotificationColumns.LocalAuthority}: “{written}” is not {authorities.Only!.Name}, for which this file is imported");
    }

    private async Task<byte[]?> BytesAsync(ImportBatch batch, CancellationToken ct)
    {
        if (batch.StorageKey.Length == 0) { return null; }
        await using var content = await store.OpenAsync(batch.StorageKey, ct);
        using var memory = new MemoryStream();
        await content.CopyToAsync(memory, ct);
        return memory.ToArray();
    }

    // the colleagues that the file names: of the person's own authority alone, by exact address
    private async Task<IReadOnlyDictionary<string, CaseOwner>> OwnersAsync(ImportReading reading, CancellationToken ct)
    {
        if (!reading.Rows.Any(r => r.Notification?.CaseOwnerEmail is not null)) { return new Dictionary<string, CaseOwner>(); }
        var colleagues = await CaseOwners.Able(db.Users.AsNoTracking()).Where(u => u.NormalizedEmail != null).Select(u => new { u.NormalizedEmail, u.Id, u.DisplayName, u.LocalAuthorityId }).ToListAsync(ct);
        return colleagues.ToDictionary(c => c.NormalizedEmail!, c => new CaseOwner(c.Id, c.DisplayName, c.LocalAuthorityId), StringComparer.OrdinalIgnoreCase);
    }

    private PlannedRow Planned(ImportRowVerdict row, ImportBatch batch, Guid id, KnownCases known, Guid authorityId, IReadOnlyDictionary<string, CaseOwner> owners, bool finished, ReadingChoices choices)
    {
        var said = row.Problems.Select(p => p.ToString()).ToList();
        if (row.Notification is not { } notification)
        {
            if (row.Said is { DoNotShareWith: { } wish } whose && known.Of(whose).FirstOrDefault(k => SharingWords.IsNew(wish, k.DoNotShareWith)) is { } lacking) { said.Add($"{lacking.Name} may be this child’s, and does not say so. {Recorded(lacking)}"); }
            return new() { Verdict = row, AssessmentId = id, Fate = RowFate.Refused, Reasons = said };
        }
        var owner = notification.CaseOwnerEmail is { } email ? owners.GetValueOrDefault(email) : null;
        if (notification.CaseOwnerEmail is not null && owner is null) { said.Add($"{NotificationColumns.CaseOwner}: {(batch.IsByHealth ? "the authority gives out its cases itself" : "no colleague has this address")}, so the case will be nobody's"); }
        var (once, again) = ServiceRounds.OfRow(ImportedDetails.Of(notification) with { Owner = owner }, directory);
        said.AddRange(again);
        var details = ForAuthority(once, notification, batch, authorityId);
        if (owner is not null && details.Family.DoNotShareWith is { } leftOut)
        {
            var why = $"the family leaves out “{leftOut}”. See that it does not mean {owner.Name}, then hand the case over";
            said.Add($"{NotificationColumns.CaseOwner}: the case will be nobody's, because {why}");
            details = details with { Owner = null, ToCorrect = [.. details.ToCorrect, new(NotificationColumns.CaseOwner, owner.Name, why)] };
        }
        if (!batch.IsTracker && ArrivedDays.Doubt(notification, batch.ArrivedOn) is { } later) { said.Add(later); }
        if (!batch.IsTracker) { details = AskedEarlier.Of(details); }
        if (!batch.IsTracker && TooEarly(details) is { } early) { return new() { Verdict = row, AssessmentId = id, Fate = RowFate.Refused, Reasons = [early, .. said] }; }
        if (known.ReferenceOf(id) is { } imported)
        {
            known.AddRow(row.Line, imported, details, notification);
            return new() { Verdict = row, AssessmentId = id, Fate = RowFate.Imported, Reasons = said, Reference = imported, Details = details };
        }
        var same = SameChild.Find(details, known);
        var answer = choices.Of(row.Line, same?.There.Name);
        // two children in one row stay two, whichever case it is like
        if (same is not null && row.ToDecide is { } undecided) { said.Insert(0, undecided); }
        if (row.Doubt is { } doubt && answer == RowAnswer.LeaveOut)
        {
            return LookedAt(row, id, same, details, said, notification, doubt);
        }
        if (same is not null && known.NumberOfAnother(details, same.There) is (var number, var holder))
        {
            if (answer == RowAnswer.LeaveOut) { return LookedAt(row, id, same, details, said, notification, $"its {number} is that of {holder.Name}, and the rest is that of {same.There.Name}{AndWish(details, same.There)}"); }
            if (answer == RowAnswer.Same) { (details, var freed) = WithoutNumbers(details, number, holder); said.AddRange(freed); }
        }
        if (same is not null && answer != RowAnswer.Another && ((answer == RowAnswer.Same && same.There.IsOpen) || (batch.IsTracker && TrackerRows.AddsTo(same, details))))
        {
            return Adding(row, batch, id, same, details, said, finished, answer == RowAnswer.Same) with { More = same.There.Line is null ? SaidMore.Of(notification, details, same) : [] };
        }
        if (known.WaitsFrom(details.Child) is { } sender && same is not { There.IsOpen: true } && answer != RowAnswer.Another)
        {
            return new() { Verdict = row, AssessmentId = id, Fate = RowFate.LookAt, Reasons = [$"Look at this: {sender} sent a case of this child, which waits to be taken. Take it, and come back to this page", .. said], ComparedWith = same?.There.Name, Details = details };
        }
        if (batch.IsTracker && details.Decision is null && answer == RowAnswer.LeaveOut && details.Professionals.Any(p => p.AskedOn is not null || p.AnsweredOn is not null))
        {
            return new() { Verdict = row, AssessmentId = id, Fate = RowFate.LookAt, Reasons = [$"Look at this: a service was asked, and the row has no decision to assess.{(AssessmentStarts.MustAssess(details.StartedBy) ? $" Its route is {AssessmentStarts.NameOf(details.StartedBy)}, on which the authority must assess." : "")} Without one, what it was asked counts as early information, due 2 weeks after health was told. Write the decision into the row and upload the file again, or import it as it is", .. said], ComparedWith = same?.There.Name, Details = details };
        }
        if (LongPast(details, clock.Today) is { } past) { said.Add(past); }
        List<string> more = [.. SaidMore.Of(notification, details, same)];
        if (same is not null && !batch.IsTracker && ArrivedDays.Earlier(batch.ArrivedOn, same.There) is { } arrivedBefore) { more.Add(arrivedBefore); }
        var (fate, reason) = Standing(same, row.ToDecide, details, more);
        if (fate == RowFate.Good && known.TwinOf(details) is { } sibling && answer != RowAnswer.Another && (IsNewWish(details, sibling) || SharingWords.IsNew(sibling.DoNotShareWith, details.Family.DoNotShareWith)))
        {
            // of the same child written otherwise the wish would stand on one case only
            var beside = new SameChild(SameChildKind.LookAtBoth, sibling, ["forenames"]);
            if (choices.Of(row.Line, sibling.Name) == RowAnswer.LeaveOut) { return LookedAt(row, id, beside, details, said, notification, $"a twin, or the same child? Same surname and date of birth as {sibling.Name}, and only one of them says not to share with “{details.Family.DoNotShareWith ?? sibling.DoNotShareWith}”"); }
        }
        if (fate == RowFate.Good && known.TwinOf(details) is { } twin) { (fate, reason) = (RowFate.Warning, $"same {ChildLikeness.SharedByTwins(ChildKeys.Of(details.Child), twin.Child)} as {twin.Name}, and other forenames: a twin, or the same child?"); }
        var planned = new PlannedRow
        {
            Verdict = row,
            AssessmentId = id,
            Fate = fate,
            Reasons = reason is null ? said : [.. said.Prepend(reason).Distinct()],
            Reference = same?.There.Reference,
            ComparedWith = same?.There.Name,
            Compared = same is null ? [] : Compared(details, same),
            MayBeSame = same?.There.IsOpen == true,
            IsSameRequest = same?.Kind == SameChildKind.SameRequest,
            Said = SaidOfCase.Of(details, notification),
            More = more,
            Details = details,
        };
        if (fate is RowFate.LookAt or RowFate.AlreadyThere)
        {
            if (answer != RowAnswer.Another || finished) { return planned; }
            (details, var without) = WithFreeReference(details, known);
            planned = planned with { Fate = RowFate.Warning, IsTaken = true, Details = details, Reasons = [.. planned.Reasons, .. without] };
        }
        // once the import is finished, a row that is not in the portal was not imported, even if today's rules would allow it
        else if (finished) { return planned with { Fate = RowFate.Refused, Reasons = ["Not imported"] }; }
        if (known.TakenElsewhere.Contains(details.AuthorityReference ?? ""))
        {
            const string why = "already that of a case with another board of the authority";
            details = details with { AuthorityReference = null, ToCorrect = [.. details.ToCorrect, new(NotificationColumns.AuthorityReference, details.AuthorityReference!, why)] };
            planned = planned with { Details = details, Reasons = [.. planned.Reasons, $"{NotificationColumns.AuthorityReference}: {why}. To be corrected"] };
        }
        known.AddRow(row.Line, null, details, notification);
        return planned.Reasons.Count > 0 ? planned with { Fate = RowFate.Warning } : planned;
    }

    // a row that goes nowhere until a person has looked, with the case beside it where there is one
    private static PlannedRow LookedAt(ImportRowVerdict row, Guid id, SameChild? same, NotificationDetails details, IReadOnlyList<string> said, ImportedNotification notification, string why) => new()
    {
        Verdict = row,
        AssessmentId = id,
        Fate = RowFate.LookAt,
        Reasons = [$"Look at this: {why}", .. said],
        Reference = same?.There.Reference,
        ComparedWith = same?.There.Name,
        Compared = same is null ? [] : Compared(details, same),
        MayBeSame = same?.There.IsOpen == true,
        Said = SaidOfCase.Of(details, notification),
        Details = details,
    };

    // a row that adds to a case instead of making one
    private static PlannedRow Adding(ImportRowVerdict row, ImportBatch batch, Guid id, SameChild same, NotificationDetails details, IReadOnlyList<string> said, bool finished, bool isSame)
    {
        var doubt = TrackerRows.InDoubt(same.There, details, AndWish(details, same.There), isSame, batch.IsByHealth) ?? (isSame ? null : TrackerRows.MayBeAnother(same, details, row.Notification!));
        return new()
        {
            Verdict = row,
            AssessmentId = id,
            Fate = finished && batch.AddedLines.Contains(row.Line) ? RowFate.Imported : doubt is null ? RowFate.AddsTo : RowFate.LookAt,
            Reasons = [doubt ?? $"Adds to {same.There.Name}: {(isSame ? "you said that it is the same" : $"the same child and the same {NotificationColumns.RequestReceived}")}", .. said],
            Reference = same.There.Reference,
            AddsToLine = doubt is null ? same.There.Line : null,
            ComparedWith = same.There.Name,
            Compared = Compared(details, same),
            IsSame = isSame,
            IsSameRequest = same.Kind == SameChildKind.SameRequest,
            IsByNameAlone = same.Kind == SameChildKind.LookAtBoth,
            Said = SaidOfCase.Of(details, row.Notification!),
            MayBeSame = same.There.IsOpen,
            Details = details,
        };
    }

    // what the DCO service imports reached health when the file says, or by the day on which the whole of it arrived
    private static NotificationDetails ForAuthority(NotificationDetails details, ImportedNotification said, ImportBatch batch, Guid authorityId) => batch.ArrivedOn is not { } arrived ? details
        // the days of a tracker's case follow from all of its rows
        : batch.IsTracker ? details with { RecordedFor = new(authorityId, arrived, null) }
        : ArrivedDays.Of(details, said, new(authorityId, arrived, batch.ArrivedBy));

    private static string? TooEarly(NotificationDetails details) => details.RecordedFor is not { } recorded ? null
        : details.RequestReceivedOn > details.HealthToldOn ? $"{NotificationColumns.RequestReceived}: after {UkText.LongDate(details.HealthToldOn)}, the day on which it arrived at health"
        : details.DecidedOn > (details.AdviceRequestedOn ?? recorded.ArrivedOn) ? $"{NotificationColumns.DecisionDate}: after {UkText.LongDate(details.AdviceRequestedOn ?? recorded.ArrivedOn)}, the day on which it arrived at health"
        : null;

    // what becomes of a row by the case that is most like it
    private static (RowFate Fate, string? Reason) Standing(SameChild? same, string? toDecide, NotificationDetails details, List<string> more) => same switch
    {
        // a new objection is worth more than the order of a spreadsheet
        { Kind: SameChildKind.SameRequest } when IsNewWish(details, same.There) => (RowFate.LookAt, $"Already there, but this row says not to share with “{details.Family.DoNotShareWith}”, which {same.There.Name} does not say. {Recorded(same.There, more)}"),
        { Kind: SameChildKind.SameRequest } when more.Count > 0 => (RowFate.LookAt, $"Look at this: the same as {same.There.Name}{(same.There.IsOpen ? "" : ", which has ended")}, and it says more: {string.Join(", ", more)}"),
        { Kind: SameChildKind.SameRequest } => (RowFate.AlreadyThere, $"Already there: same child and same {NotificationColumns.RequestReceived} as {same.There.Name}"),
        { Kind: SameChildKind.LookAtBoth, Differences.Count: 0 } => (RowFate.LookAt, $"Look at both: same name, date of birth and {NotificationColumns.RequestReceived} as {same.There.Name}, and nothing else to tell by{AndWish(details, same.There)}"),
        { IsTwin: true } => (RowFate.LookAt, $"Look at both: a twin, or the same child? {same.There.Name} has the same date of birth and postcode, but not the same {string.Join(", ", same.Differences)}{AndWish(details, same.There)}{WishThere(details, same.There)}"),
        { Kind: SameChildKind.LookAtBoth } => (RowFate.LookAt, $"Look at both: may be the same child as {same.There.Name}{same.BeforeInWords}, but not the same {string.Join(", ", same.Differences)}{AndWish(details, same.There)}"),
        _ when toDecide is not null => (RowFate.LookAt, toDecide),
        { Kind: SameChildKind.AnotherRequest, There.IsOpen: true } => (RowFate.LookAt, $"Look at both: same child as {same.There.Name}, whose clock started on another day and still runs. A second request, or a date written wrong?{AndWish(details, same.There)}"),
        { Kind: SameChildKind.AnotherRequest } => (RowFate.Warning, $"possible duplicate: same child as {same.There.Name}, whose clock started on another day{WishThere(details, same.There)}"),
        _ => (RowFate.Good, null),
    };

    // the finished children of a list would come in as open cases with running clocks
    private static string? LongPast(NotificationDetails details, DateOnly today) =>
        details.Decision != AssessmentDecision.DoNotAssess && details.RequestReceivedOn.AddDays(DaysOfAnOldCase) < today
            ? $"its request came on {UkText.LongDate(details.RequestReceivedOn)}, more than 40 weeks ago, and it comes in as an open case. Leave it out if it has ended" : null;

    private static bool IsNewWish(NotificationDetails details, KnownCase there) =>
        SharingWords.IsNew(details.Family.DoNotShareWith, there.DoNotShareWith);

    // an objection is said wherever a row with one is left out
    private static string AndWish(NotificationDetails details, KnownCase there) =>
        IsNewWish(details, there) ? $". This row says not to share with “{details.Family.DoNotShareWith}”, which {there.Name} does not say" : "";

    // and where the other case has one
    private static string WishThere(NotificationDetails details, KnownCase there) =>
        SharingWords.IsNew(there.DoNotShareWith, details.Family.DoNotShareWith) ? $". {there.Name} says not to share with “{there.DoNotShareWith}”, which this row does not: write it in this row if it still counts" : "";

    // where the wish belongs: on the case while it runs, else with whoever has the child's case now
    private static string Recorded(KnownCase there, List<string>? more = null) =>
        more is { Count: > 0 } ? $"Record it there under Sharing information, and come back to this page: the row says more, {string.Join(", ", more)}"
        : there.IsOpen ? "Record it there under Sharing information, and come back to this page in case the row says more" : $"{there.Name} has ended: record it on the case that the child has now, or tell who has it, and leave this row out";

    // an authority's reference stands for one case, so a second one comes in without it
    private static (NotificationDetails Details, IReadOnlyList<string> Reasons) WithFreeReference(NotificationDetails details, KnownCases known)
    {
        if (known.WithReference(details.AuthorityReference) is not { } holder) { return (details, []); }
        var why = $"already that of {holder.Name}";
        return (details with { AuthorityReference = null, ToCorrect = [.. details.ToCorrect, new(NotificationColumns.AuthorityReference, details.AuthorityReference!, why)] },
            [$"{NotificationColumns.AuthorityReference}: {why}. To be corrected"]);
    }

    // a number of another child is never written on this one's case
    private static (NotificationDetails Details, IReadOnlyList<string> Reasons) WithoutNumbers(NotificationDetails details, string number, KnownCase holder)
    {
        var (child, why) = (details.Child, $"that of {holder.Name}");
        var given = number == NotificationColumns.AuthorityReference ? details.AuthorityReference : number == NotificationColumns.NhsNumber ? child.NhsNumber : child.Upn;
        if (number == NotificationColumns.NhsNumber) { child.NhsNumber = null; }
        if (number == NotificationColumns.Upn) { child.Upn = null; }
        return (details with { AuthorityReference = number == NotificationColumns.AuthorityReference ? null : details.AuthorityReference, ToCorrect = [.. details.ToCorrect, new($"{number}{SaidBesides.Another}", given ?? "", why)] }, [$"{number}: {why}. To be corrected"]);
    }

    private static IReadOnlyList<ComparedKey> Compared(NotificationDetails row, SameChild same)
    {
        var (child, there) = (row.Child, same.There);
        ComparedKey Key(string label, string difference, string? here, string? other) => new(label, here ?? "Not given", other ?? "Not given", same.Differences.Contains(difference));
        return
        [
            Key("Legal surname", "surname", child.LegalSurname, there.LegalSurname),
            Key("Forenames", "forenames", child.Forenames, there.Forenames),
            Key("Date of birth", "date of birth", UkText.ShortDate(child.DateOfBirth), UkText.ShortDate(there.DateOfBirth)),
            Key("NHS number", "NHS number", Nhs(child.NhsNumber), Nhs(there.NhsNumber)),
            Key("UPN", "UPN", child.Upn, there.Upn),
            Key("Postcode", "postcode", child.Postcode, there.Postcode),
            Key("LA reference", "LA reference", row.AuthorityReference, there.AuthorityReference),
            new("Do not share with", row.Family.DoNotShareWith ?? "Nobody named", there.DoNotShareWith ?? "Nobody named", IsNewWish(row, there)),
            Key("Date of the request", "date of the request", UkText.ShortDate(row.RequestReceivedOn), UkText.ShortDate(there.RequestReceivedOn)),
        ];
    }

    private static string? Nhs(string? number) => number is null ? null : UkText.NhsNumber(number);

    private ImportPlan WithDirectory(ImportPlan plan)
    {
        var named = plan.Rows.Where(r => r is { Details: not null, AddsToLine: null }).SelectMany(r => r.Details!.Professionals).ToList();
        var links = named.GroupBy(n => n).Select(g => (Named: g.Key, Times: g.Count(), Found: directory.Link(g.Key).ServiceId is not null)).ToList();
        return plan with
        {
            AskedOnUnknownDay = plan.Rows.Count(r => r is { IsToImport: true, Details: { Decision: AssessmentDecision.Assess, AdviceRequestedOn: null, DecidedOn: { } on } } && clock.Today.DayNumber - on.DayNumber > DaysToAskHealth),
            Named = named.Count,
            NamedFound = links.Where(l => l.Found).Sum(l => l.Times),
            NotFound = [.. links.Where(l => !l.Found)
                .GroupBy(l => (Service: l.Named.ServiceName ?? l.Named.Name ?? "", Provider: l.Named.ProviderName))
                .Select(g => new UnknownService(g.Key.Service, g.Key.Provider, g.Sum(l => l.Times)))
                .OrderByDescending(u => u.Times).ThenBy(u => u.Service, StringComparer.Ordinal).ThenBy(u => u.Provider, StringComparer.Ordinal).Take(MostNotFound)],
        };
    }
}
