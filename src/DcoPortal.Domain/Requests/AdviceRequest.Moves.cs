using DcoPortal.Domain.Directory;
using DcoPortal.Domain.Facts;

namespace DcoPortal.Domain.Requests;

// the moves: each asks the table, changes what it changes and returns the fact it leaves; null where it was made already
public sealed partial class AdviceRequest
{
    /// <summary>Sends it, or sends what was given back again.</summary>
    /// <param name="askedName">Who is asked, as the audit trail names them.</param>
    /// <param name="utc">Now, UTC.</param>
    /// <returns>Null when it was sent already.</returns>
    /// <exception cref="DomainRuleException">Closed.</exception>
    public AdviceRequested? Send(string askedName, DateTime utc)
    {
        var move = Stage == RequestStage.GivenBack ? RequestMove.SendAgain : RequestMove.Send;
        if (!May(move)) { return null; }
        SentUtc = utc;
        FirstSentUtc ??= utc;
        (GivenBackUtc, GivenBackReason) = (null, null);
        ShownToService = true;
        Make(move, utc);
        return new(Keys, Id, askedName, DueOn);
    }

    /// <summary>Notes that who has it opened it.</summary>
    /// <returns>Null when that is known, or when it is with nobody.</returns>
    public AdviceRequestOpened? Open(DateTime utc)
    {
        if (FirstOpenedUtc is not null || !Can(RequestMove.Open)) { return null; }
        FirstOpenedUtc = utc;
        Make(RequestMove.Open, utc);
        return new(Keys, Id);
    }

    /// <summary>Says that the service has it.</summary>
    /// <param name="utc">Now, UTC.</param>
    /// <param name="byName">Who says so, or who wrote it down.</param>
    /// <param name="recordedFor">The service, when the DCO service records for it.</param>
    /// <returns>Null when it was said already.</returns>
    /// <exception cref="DomainRuleException">Not with the service.</exception>
    public RequestAcknowledged? Acknowledge(DateTime utc, string byName, string? recordedFor = null)
    {
        May(RequestMove.Acknowledge);
        if (AcknowledgedUtc is not null) { return null; }
        (AcknowledgedUtc, AcknowledgedByName) = (utc, byName);
        Make(RequestMove.Acknowledge, utc, byName);
        return new(Keys, Id, recordedFor);
    }

    /// <summary>Promises the answer by a day, which also acknowledges the request. The due date stands.</summary>
    /// <param name="on">The day (Europe/London).</param>
    /// <param name="today">Today (Europe/London).</param>
    /// <param name="utc">Now, UTC.</param>
    /// <param name="byName">Who promises, or who wrote it down.</param>
    /// <param name="recordedFor">The service, when the DCO service records for it.</param>
    /// <returns>None when that day was promised already.</returns>
    /// <exception cref="DomainRuleException">Not with the service, or the day has passed.</exception>
    public IReadOnlyList<AuditFact> Promise(DateOnly on, DateOnly today, DateTime utc, string byName, string? recordedFor = null)
    {
        May(RequestMove.Promise);
        if (PromisedOn == on) { return []; }
        if (on < today) { throw new DomainRuleException("The promised date cannot be in the past."); }
        var acknowledged = Acknowledge(utc, byName, recordedFor);
        var promised = new AnswerPromised(Keys, Id, PromisedOn, on, recordedFor);
        PromisedOn = on;
        Make(RequestMove.Promise, utc, byName);
        return acknowledged is null ? [promised] : [acknowledged, promised];
    }

    /// <summary>Counts a reminder or a talk.</summary>
    /// <exception cref="DomainRuleException">Nothing to chase.</exception>
    public void Chased(DateTime utc)
    {
        May(RequestMove.Chase);
        LastChasedUtc = utc;
        ChaseCount++;
    }

    /// <summary>Gives it to a colleague of the same service, or back to the service.</summary>
    /// <param name="professional">The colleague, or null for whoever the service assigns.</param>
    /// <param name="fromName">Who had it.</param>
    /// <param name="toName">Who has it now.</param>
    /// <param name="reason">Why, or null.</param>
    /// <param name="utc">Now, UTC.</param>
    /// <exception cref="DomainRuleException">Already answered, or the colleague works in another service.</exception>
    public RequestPassedOn PassTo(Professional? professional, string fromName, string toName, string? reason, DateTime utc)
    {
        May(RequestMove.PassOn);
        if (professional is not null && professional.ServiceId != ServiceId) { throw new DomainRuleException("Choose a colleague who works in this service."); }
        // a promise binds who made it; the service's own, made before it gave the request to somebody, stands
        if (ProfessionalId is not null && ProfessionalId != professional?.Id) { PromisedOn = null; }
        // DuplicateKey stays: it is about who was asked, and the same person may be asked only once
        ProfessionalId = professional?.Id;
        Make(RequestMove.PassOn, utc, because: reason);
        return new(Keys, Id, fromName, toName, reason);
    }

    /// <summary>Gives it to the service that covers while its own is away, for whoever works there. What its own people said of it ends with that.</summary>
    /// <param name="cover">The service that covers.</param>
    /// <param name="awayName">The service that is away.</param>
    /// <param name="coverName">The service that covers.</param>
    /// <param name="utc">Now, UTC.</param>
    /// <exception cref="DomainRuleException">Already answered, or a service of another board.</exception>
    public RequestPassedOn PassToCover(HealthService cover, string awayName, string coverName, DateTime utc)
    {
        May(RequestMove.PassToCover);
        var asked = CoverForServiceId ?? ServiceId;
        GoTo(cover);
        CoverForServiceId = cover.Id == asked ? null : asked;
        return Moved(RequestMove.PassToCover, awayName, coverName, $"{awayName} is away", utc);
    }

    /// <summary>Gives it back to the service that was asked, which is there again.</summary>
    /// <param name="asked">That service.</param>
    /// <param name="coverName">The service that covered.</param>
    /// <param name="askedName">The service that was asked.</param>
    /// <param name="utc">Now, UTC.</param>
    /// <exception cref="DomainRuleException">Already answered, or nobody covers for that service.</exception>
    public RequestPassedOn ComeBackFromCover(HealthService asked, string coverName, string askedName, DateTime utc)
    {
        May(RequestMove.ComeBackFromCover);
        if (CoverForServiceId != asked.Id) { throw new DomainRuleException("Nobody covers for this service. Nothing was changed."); }
        GoTo(asked);
        CoverForServiceId = null;
        return Moved(RequestMove.ComeBackFromCover, coverName, askedName, $"{asked.Name} is back", utc);
    }

    /// <summary>Gives it back to the DCO service: the service is not the one to ask. Health's time goes on.</summary>
    /// <param name="reason">Why it is not theirs.</param>
    /// <param name="fromName">The service that gives it back.</param>
    /// <param name="utc">Now, UTC.</param>
    /// <exception cref="DomainRuleException">Not with the service.</exception>
    public RequestGivenBack GiveBack(string reason, string fromName, DateTime utc)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        May(RequestMove.GiveBack);
        (GivenBackUtc, GivenBackReason) = (utc, reason);
        // with nobody: the DCO service decides whom to ask
        ProfessionalId = null;
        ShownToService = false;
        ForgetWhoHasIt();
        Make(RequestMove.GiveBack, utc, because: reason);
        return new(Keys, Id, fromName, reason);
    }

    /// <summary>Closes it without an answer.</summary>
    /// <returns>Null when it was closed already.</returns>
    /// <exception cref="DomainRuleException">Returned.</exception>
    public RequestClosed? Close(string reason, DateTime utc)
    {
        if (!May(RequestMove.Close)) { return null; }
        (ClosedUtc, CloseReason) = (utc, reason);
        // frees the key: closed by mistake, the same people can be asked again
        DuplicateKey = $"{DuplicateKey}:{Id.ToString("N")[^12..]}";
        Make(RequestMove.Close, utc, because: reason);
        return new(Keys, Id, reason);
    }

    /// <summary>Asks the table.</summary>
    /// <returns>False when the move was made already.</returns>
    /// <exception cref="DomainRuleException">Not possible in this stage.</exception>
    private bool May(RequestMove move)
    {
        var rule = move.Rule();
        return rule.In(Stage) switch
        {
            MoveVerdict.Possible => true,
            MoveVerdict.Already => false,
            _ => throw new DomainRuleException(rule.Refusal),
        };
    }

    /// <summary>Makes a move that the table allows, and keeps it.</summary>
    private void Make(RequestMove move, DateTime utc, string? byName = null, string? because = null, ReplyCode? nilReason = null)
    {
        var (rule, from) = (move.Rule(), Stage);
        if (rule.BeginsRound) { Round++; }
        Stage = rule.To ?? Stage;
        EndedUtc = Stage.IsEnd() ? EndedUtc ?? utc : null;
        MoveCount++;
        _moves.Add(new MoveMade(this, move, from, utc) { ByName = byName, Because = because, NilReason = nilReason });
    }

    private RequestPassedOn Moved(RequestMove move, string fromName, string toName, string reason, DateTime utc)
    {
        Make(move, utc, because: reason);
        return new(Keys, Id, fromName, toName, reason);
    }

    private void GoTo(HealthService service)
    {
        if (service.IcbId != IcbId) { throw new DomainRuleException("Choose a service of the same board."); }
        (ServiceId, ProviderId, ProfessionalId) = (service.Id, service.ProviderId, null);
        ForgetWhoHasIt();
    }

    // what the holder before said and saw is in the moves
    private void ForgetWhoHasIt() => (AcknowledgedUtc, AcknowledgedByName, PromisedOn, FirstOpenedUtc) = (null, null, null, null);
}
