namespace DcoPortal.Casework.Notifications.Importing.Planning;

/// <summary>A request that was sent: of which case, whom it asks, and what became of it.</summary>
internal sealed record SentRequest(string Reference, string DuplicateKey, DateOnly? ReturnedOn, RequestStage Stage, bool WasTakenBack)
{
    /// <summary>Whether it asks a service, whoever of it has the request.</summary>
    public bool IsOf(Guid serviceId) => DuplicateKey.Split(':') is [_, var service, ..] && Guid.TryParse(service, out var id) && id == serviceId;
}

/// <summary>Somebody named, and on which case.</summary>
internal sealed record NamedOnCase(string Reference, InvolvedProfessional Named);

/// <summary>What cases that are here already say of services, to which a row of a tracker may add.</summary>
/// <param name="asked">The requests that were sent.</param>
/// <param name="decided">The cases in which advice is asked for: what was asked before is early information, and no advice.</param>
/// <param name="named">Everybody named, with the reference of the case.</param>
internal sealed class KnownServices(IReadOnlyList<SentRequest> asked, IReadOnlySet<string> decided, IReadOnlyList<NamedOnCase> named)
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
            if (Asked(row, service).FirstOrDefault(r => r.ReturnedOn is not null && service.AnsweredOn is not null && r.ReturnedOn != service.AnsweredOn) is { } other)
            {
                return row with { Fate = RowFate.LookAt, Reasons = [$"Look at this: {row.Reference} says that {SaidMore.Words(service)} answered on {UkText.LongDate(other.ReturnedOn)}, and this row {UkText.LongDate(service.AnsweredOn)}. Put right which is wrong: an answer that was recorded can be corrected on its request", .. row.Reasons.Skip(1)] };
            }
        }
        if (row.Fate == RowFate.AlreadyThere)
        {
            var besides = services.Where(s => !IsKnown(row, s)).Select(SaidMore.Words).ToList();
            return besides.Count == 0 ? row : row with { Fate = RowFate.LookAt, Reasons = [$"Look at this: the same as {row.Reference}, and it says more of {string.Join("; ", besides)}", .. row.Reasons.Skip(1)] };
        }
        if (services.Select(s => InDoubt(row, s)).FirstOrDefault(d => d is not null) is { } doubt) { return row with { Fate = RowFate.LookAt, Reasons = [doubt, .. row.Reasons.Skip(1)] }; }
        var adds = Adds(row, services);
        return adds.Fate == RowFate.AlreadyThere && row.More.Count > 0 ? row with { Fate = RowFate.LookAt, Reasons = [$"Look at this: the same as {row.Reference}, and it says more: {string.Join(", ", row.More)}", .. row.Reasons.Skip(1)] } : adds;
    }

    // an answer that the tracker has and the portal has not, where it is not simply awaited
    private string? InDoubt(PlannedRow row, NamedProfessional service)
    {
        if (service.AnsweredOn is not { } on) { return null; }
        var requests = Asked(row, service, decided.Contains(row.Reference!));
        if (requests.Any(r => r.WasTakenBack && r.ReturnedOn is null)) { return $"Look at this: an answer to the request of {row.Reference} to {SaidMore.Words(service)} was taken back there. If it was given on {UkText.LongDate(on)} after all, record it on that request"; }
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
            ? row with { Fate = RowFate.AlreadyThere, Reasons = [$"Already there: {row.Reference}, and every service of this row is known there"] } : row;
    }

    private bool IsKnown(PlannedRow row, NamedProfessional service) => service.AskedOn is null && (service.AnsweredOn is null || service.ServiceId is null)
        ? Named(row, service).Any(n => service.AnsweredOn is null || n.AnsweredOn == service.AnsweredOn) || Asked(row, service).Count > 0
        : Asked(row, service, decided.Contains(row.Reference!)).Any(r => service.AnsweredOn is null || r.ReturnedOn is not null || r.Stage != RequestStage.WithService);

    private IEnumerable<InvolvedProfessional> Named(PlannedRow row, NamedProfessional service) => namedOf[(row.Reference!, AddProfessionalsHandler.KeyOf(service))];

    // a tracker seldom names people: a row means the request of that professional, else the one that the service has, whoever has it
    private List<SentRequest> Asked(PlannedRow row, NamedProfessional service, bool forAdvice = false)
    {
        if (service.ServiceId is not { } id) { return []; }
        var ofService = askedOf[row.Reference!].Where(r => r.IsOf(id) && (!forAdvice || r.DuplicateKey.StartsWith(nameof(AdviceKind.Statutory), StringComparison.Ordinal))).ToList();
        var exact = ofService.FindAll(r => r.DuplicateKey.Contains(AdviceRequest.KeyFor(AdviceKind.Statutory, id, service.ProfessionalId)[nameof(AdviceKind.Statutory).Length..], StringComparison.Ordinal));
        return exact.Count > 0 ? exact : ofService;
    }
}
