namespace DcoPortal.Casework.Notifications.Importing.Planning;

/// <summary>A request that was sent: of which case, whom it asks, and what became of it.</summary>
internal sealed record SentRequest(string Reference, string DuplicateKey, DateOnly? ReturnedOn, RequestStage Stage, bool WasTakenBack)
{
    /// <summary>The day on which it was asked, where that was recorded; null for one that was sent here.</summary>
    public DateOnly? AskedOn { get; init; }

    /// <summary>The day on which the portal itself sent it, where nobody recorded an earlier asking.</summary>
    public DateOnly? SentOn { get; init; }

    /// <summary>The day health was asked.</summary>
    public DateOnly ReceivedByHealthOn { get; init; }

    /// <summary>Whether the service has said that it has it, or writes its answer.</summary>
    public bool HasBegun { get; init; }

    /// <summary>Whether its answer was recorded, not given here.</summary>
    public bool WasRecorded { get; init; }

    /// <summary>Whether it asks a person, and not the service as a whole.</summary>
    public bool IsOfPerson => DuplicateKey.Split(':') is [_, _, var person, ..] && Guid.TryParse(person, out var id) && id != Guid.Empty;

    /// <summary>Whether it asks a service, whoever of it has the request.</summary>
    public bool IsOf(Guid serviceId) => DuplicateKey.Split(':') is [_, var service, ..] && Guid.TryParse(service, out var id) && id == serviceId;
}

/// <summary>Somebody named, and on which case.</summary>
internal sealed record NamedOnCase(string Reference, InvolvedProfessional Named);

/// <summary>What cases that are here already say of services, to which a row of a tracker may add.</summary>
/// <param name="asked">The requests that were sent.</param>
/// <param name="decided">The cases in which advice is asked for, with the day health was asked: what was asked before is early information, and no advice.</param>
/// <param name="named">Everybody named, with the reference of the case.</param>
internal sealed class KnownServices(IReadOnlyList<SentRequest> asked, IReadOnlyDictionary<string, DateOnly?> decided, IReadOnlyList<NamedOnCase> named)
{
    private readonly ILookup<string, SentRequest> askedOf = asked.ToLookup(r => r.Reference);
    private readonly ILookup<(string, (Guid?, Guid?, string)), InvolvedProfessional> namedOf = named.ToLookup(n => (n.Reference, AddProfessionalsHandler.KeyOf(n.Named)), n => n.Named);

    /// <summary>The row that adds; there already where it says nothing new, and to look at where it says another day of an answer.</summary>
    /// <param name="row">The row.</param>
    /// <param name="services">Its services, found in the directory.</param>
    public PlannedRow Compared(PlannedRow row, IReadOnlyList<NamedProfessional> services)
    {
        foreach (var service in services)
        {
            if (!IsEarly(row, service) && SecondPerson(row, service) is null && Asked(row, service, IsDecided(row)).FirstOrDefault(r => r.ReturnedOn is not null && service.AnsweredOn is not null && r.ReturnedOn != service.AnsweredOn) is { } other)
            {
                return row with { Fate = RowFate.LookAt, Reasons = [$"Look at this: {row.Reference} says that {SaidMore.Words(service)} answered on {UkText.LongDate(other.ReturnedOn)}, and this row {UkText.LongDate(service.AnsweredOn)}. Put right which is wrong: an answer that was recorded can be corrected on its request", .. row.Reasons.Skip(1)] };
            }
        }
        if (row.Fate == RowFate.AlreadyThere)
        {
            var besides = News(row, services).ToList();
            return besides.Count == 0 ? row : row with { Fate = RowFate.LookAt, Reasons = [$"Look at this: the same as {row.Reference}, and it says more of {string.Join("; ", besides)}", .. row.Reasons.Skip(1)] };
        }
        if (services.Select(s => InDoubt(row, s) ?? (row.IsSame ? null : OtherDay(row, s) ?? OtherPerson(row, s))).FirstOrDefault(d => d is not null) is { } doubt) { return row with { Fate = RowFate.LookAt, Reasons = [doubt, .. row.Reasons.Skip(1)] }; }
        if (row.IsSame) { row = row with { Details = row.Details! with { ToCorrect = [.. row.Details.ToCorrect, .. services.Where(s => OtherDay(row, s) is not null).Select(s => new CellToCorrect($"{s.ServiceName ?? s.Name}: asked on, another", UkText.LongDate(s.AskedOn), "a row says this, and its request another day. Where health was asked on another day, correct that under Correct dates"))] } }; }
        var adds = Adds(row, services);
        if (adds.Fate != RowFate.AlreadyThere) { return adds; }
        if (row.More.Count > 0) { return row with { Fate = RowFate.LookAt, Reasons = [$"Look at this: the same as {row.Reference}, and it says more: {string.Join(", ", row.More)}", .. row.Reasons.Skip(1)] }; }
        return adds;
    }

    /// <summary>The services of a row of which its case does not know all that it says, in words.</summary>
    public IEnumerable<string> News(PlannedRow row, IReadOnlyList<NamedProfessional> services) => services.Where(s => !IsKnown(row, s)).Select(SaidMore.Words);

    /// <summary>The day on which a service had answered, as an earlier file said, and whether a request to it says so; null where none is recorded.</summary>
    public (DateOnly On, bool IsOnRequest)? AnswerOf(PlannedRow row, NamedProfessional service)
    {
        var recorded = Asked(row, service, IsDecided(row)).Where(r => r is { WasRecorded: true, ReturnedOn: not null }).ToList();
        // what was answered before it was asked is an answer to something else, such as early information
        if (Named(row, service).FirstOrDefault(n => n.AnsweredOn is not null && !(n.AnsweredOn < service.AskedOn)) is { AnsweredOn: { } on }) { return (on, recorded.Exists(r => r.ReturnedOn == on)); }
        return IsSecondPerson(row, service) || recorded.Count == 0 ? null : (recorded[0].ReturnedOn!.Value, true);
    }

    /// <summary>The day on which a service that has not answered was asked, as an earlier file said; null where none is recorded.</summary>
    public DateOnly? AskingOf(PlannedRow row, NamedProfessional service) => IsSecondPerson(row, service) ? null
        // an answer that was taken back leaves a day of asking that nobody said
        : Asked(row, service, IsDecided(row)).Find(r => r is { Stage: RequestStage.WithService, AskedOn: not null } && !(r.WasTakenBack && r.AskedOn == r.ReceivedByHealthOn))?.AskedOn;

    // the request of the service as a whole is not that of everybody whom the directory does not have
    private bool IsSecondPerson(PlannedRow row, NamedProfessional service) =>
        service is { Name: not null, ProfessionalId: null, ServiceId: { } id } && named.Any(n => n.Reference == row.Reference && n.Named is { ProfessionalId: null, Name: not null } && n.Named.ServiceId == id && SearchKey.Of(n.Named.Name) != SearchKey.Of(service.Name));

    // health's clock of a tracker's case follows from the day on which a service was asked
    private string? OtherDay(PlannedRow row, NamedProfessional service) => service.AskedOn is { } on && !IsEarly(row, service) && SecondPerson(row, service) is null && Asked(row, service, IsDecided(row)).FirstOrDefault(r => (r.AskedOn is { } day && day != on) || (service.AnsweredOn is null && on < r.SentOn)) is { } other
        ? $"Look at this: {row.Reference} says that {service.ServiceName ?? service.Name} was asked on {UkText.LongDate(other.AskedOn ?? other.SentOn)}, and this row {UkText.LongDate(on)}. Where the row is right, say that it is the same: the day comes in to be corrected, and health’s own day, {UkText.LongDate(other.ReceivedByHealthOn)}, is corrected under Correct dates" : null;

    private string? OtherPerson(PlannedRow row, NamedProfessional service) => SecondPerson(row, service) is { } holder
        ? IsNamed(row, service) ? null : $"Look at this: {row.Reference} has one request to {service.ServiceName}, that of {holder}, and this row names {service.Name}, whom the directory does not have. Say that it is the same child: its days come in to be corrected"
        : service.Name is not null && OfOthers(row, service)
        ? $"Look at this: {row.Reference} has a request to somebody else of {service.ServiceName}, and this row names {service.Name}. Where that is a second request, say that it is the same child: it is added. Where it is the same request, leave the row out" : null;

    // an answer that the tracker has and the portal has not, where it is not simply awaited
    private string? InDoubt(PlannedRow row, NamedProfessional service)
    {
        if (service.AnsweredOn is not { } on || SecondPerson(row, service) is not null) { return null; }
        var requests = Asked(row, service, IsDecided(row));
        if (requests.Any(r => r.WasTakenBack && r.ReturnedOn is null)) { return $"Look at this: an answer to the request of {row.Reference} to {SaidMore.Words(service)} was taken back there. If it was given on {UkText.LongDate(on)} after all, record it on that request"; }
        if (requests.Any(r => r is { Stage: RequestStage.WithService, HasBegun: true })) { return $"Look at this: the row has an answer, and {SaidMore.Words(service)} has taken on the request of {row.Reference} and may be writing one there. Ask the service: it sends its answer there, or tells you that the one of {UkText.LongDate(on)} is the whole. Then the DCO service records it on the request"; }
        if (requests.Count == 0 || requests.Any(r => r.ReturnedOn is not null || r.Stage is RequestStage.WithService or RequestStage.ToSend)) { return null; }
        return $"Look at this: the row has an answer, and the request of {row.Reference} to {SaidMore.Words(service)} {requests[0].Stage switch
        {
            RequestStage.GivenBack => "was given back: close it or ask again there",
            RequestStage.Closed => "was closed: open it again there and record the answer, if it counts",
            RequestStage.Reopened => "was opened again: the answer is awaited there",
            _ => "waits to be checked: return it there",
        }}";
    }

    private PlannedRow Adds(PlannedRow row, IReadOnlyList<NamedProfessional> services)
    {
        return !row.IsSame && services.All(s => IsKnown(row, s)) && !row.Details!.ToCorrect.Any(c => services.Any(s => c.Field.StartsWith($"{s.ServiceName ?? s.Name}: ", StringComparison.Ordinal)))
            ? row with { Fate = RowFate.AlreadyThere, Reasons = [$"Already there: {row.Reference}, and every service of this row is known there", .. row.Reasons.Skip(1)] } : row;
    }

    private bool IsKnown(PlannedRow row, NamedProfessional service) => !SaysMoreOfPerson(row, service) && (IsEarly(row, service) || IsKnownAt(row, service));

    private bool IsDecided(PlannedRow row) => decided.ContainsKey(row.Reference!);

    // early information was asked for by another request than the advice since: its days say nothing of that one
    private bool IsEarly(PlannedRow row, NamedProfessional service) => decided.GetValueOrDefault(row.Reference!) is { } since && (service.AnsweredOn ?? service.AskedOn) < since
        && OfService(row, service, false).Exists(r => r.DuplicateKey.StartsWith(nameof(AdviceKind.EarlyInformation), StringComparison.Ordinal) && (service.AskedOn is null || r.AskedOn == service.AskedOn) && (service.AnsweredOn is null || r.ReturnedOn == service.AnsweredOn));

    // who is named there without a name, or without the family's wish for the advice
    private bool SaysMoreOfPerson(PlannedRow row, NamedProfessional service) => (service.FamilyAsked && !Named(row, service).Any(n => n.FamilyAsked)) || (service.Name is not null && !Named(row, service).Any());

    private bool IsKnownAt(PlannedRow row, NamedProfessional service) => SecondPerson(row, service) is not null ? IsNamed(row, service) : service.AskedOn is null && (service.AnsweredOn is null || service.ServiceId is null)
        ? IsNamed(row, service) || Asked(row, service).Count > 0
        : Asked(row, service, IsDecided(row)).Any(r => service.AnsweredOn is null || r.ReturnedOn is not null || r.Stage != RequestStage.WithService);

    private IEnumerable<InvolvedProfessional> Named(PlannedRow row, NamedProfessional service) => namedOf[(row.Reference!, AddProfessionalsHandler.KeyOf(service))];

    // whom the directory does not have, the request of the service as a whole is for the one who was named first
    private string? SecondPerson(PlannedRow row, NamedProfessional service)
    {
        if (service is not { Name: not null, ProfessionalId: null, ServiceId: { } id } || (service.AskedOn ?? service.AnsweredOn) is null || Exact(row, service, IsDecided(row)).Count == 0) { return null; }
        var first = named.Where(n => n.Reference == row.Reference && n.Named is { ProfessionalId: null, Name: not null } && n.Named.ServiceId == id).MinBy(n => n.Named.Position)?.Named.Name;
        return first is null || SearchKey.Of(first) == SearchKey.Of(service.Name) ? null : first;
    }

    private bool IsNamed(PlannedRow row, NamedProfessional service) => Named(row, service).Any(n => service.AnsweredOn is null || n.AnsweredOn == service.AnsweredOn);

    private bool OfOthers(PlannedRow row, NamedProfessional service) => Exact(row, service, false) is { Count: 0 } && OfService(row, service, false) is { Count: > 0 } others && others.TrueForAll(r => r.IsOfPerson);

    // a tracker seldom names people: a row means the request of that professional, else the one that the service has, whoever has it where nobody is named
    private List<SentRequest> Asked(PlannedRow row, NamedProfessional service, bool forAdvice = false) =>
        Exact(row, service, forAdvice) is { Count: > 0 } exact ? exact : OfService(row, service, forAdvice).FindAll(r => service.Name is null || !r.IsOfPerson);

    private List<SentRequest> Exact(PlannedRow row, NamedProfessional service, bool forAdvice) =>
        OfService(row, service, forAdvice).FindAll(r => service.ServiceId is { } id && r.DuplicateKey.Contains(AdviceRequest.KeyFor(AdviceKind.Statutory, id, service.ProfessionalId)[nameof(AdviceKind.Statutory).Length..], StringComparison.Ordinal));

    private List<SentRequest> OfService(PlannedRow row, NamedProfessional service, bool forAdvice) => service.ServiceId is not { } id ? []
        : [.. askedOf[row.Reference!].Where(r => r.IsOf(id) && (!forAdvice || r.DuplicateKey.StartsWith(nameof(AdviceKind.Statutory), StringComparison.Ordinal)))];
}
