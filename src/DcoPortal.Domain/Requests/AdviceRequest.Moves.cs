using DcoPortal.Domain.Directory;
using DcoPortal.Domain.Facts;

namespace DcoPortal.Domain.Requests;

// each move asks the table, changes the request and returns its audit fact; null where it was made already
public sealed partial class AdviceRequest
{
    /// <summary>Sends the request, also again after it was given back.</summary>
    /// <param name="askedName">The name of the professional or service asked, for the audit trail.</param>
    /// <param name="utc">Now, UTC.</param>
    /// <returns>Null when the request was sent already.</returns>
    /// <exception cref="DomainRuleException">The request is closed.</exception>
    public AdviceRequested? Send(string askedName, DateTime utc)
    {
        var move = Stage == RequestStage.GivenBack ? RequestMove.SendAgain : RequestMove.Send;
        if (!May(move)) { return null; }
        SentUtc = utc;
        FirstSentUtc ??= utc;
        AskedOn ??= UkDay.Of(utc);
        (GivenBackUtc, GivenBackReason) = (null, null);
        ShownToService = true;
        Make(move, utc);
        return new(Keys, Id, askedName, DueOn);
    }

    /// <summary>Records that the service which has the request opened it.</summary>
    /// <returns>Null when that is recorded already, or the request is not with a service.</returns>
    public AdviceRequestOpened? Open(DateTime utc)
    {
        if (FirstOpenedUtc is not null || !Can(RequestMove.Open)) { return null; }
        FirstOpenedUtc = utc;
        OpenedOn ??= UkDay.Of(utc);
        Make(RequestMove.Open, utc);
        return new(Keys, Id);
    }

    /// <summary>Records that the service says it has the request.</summary>
    /// <param name="utc">Now, UTC.</param>
    /// <param name="byName">The person who says so, or who recorded it.</param>
    /// <param name="recordedFor">The service, when the DCO service records for it.</param>
    /// <returns>Null when it was acknowledged already.</returns>
    /// <exception cref="DomainRuleException">The request is not with the service.</exception>
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
    /// <param name="byName">The person who promises, or who recorded the promise.</param>
    /// <param name="recordedFor">The service, when the DCO service records for it.</param>
    /// <returns>Empty when that day was promised already.</returns>
    /// <exception cref="DomainRuleException">The request is not with the service, or the day has passed.</exception>
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

    /// <summary>Takes out the promised day: it was given with an exemption, whose expected day was taken out.</summary>
    public void TakePromiseOut() => PromisedOn = null;

    /// <summary>Counts a reminder or a talk.</summary>
    /// <exception cref="DomainRuleException">The request does not wait for an answer.</exception>
    public void Chased(DateTime utc)
    {
        May(RequestMove.Chase);
        LastChasedUtc = utc;
        ChaseCount++;
    }

    /// <summary>Passes the request to a colleague of the same service, or back to the service.</summary>
    /// <param name="professional">The colleague, or null for the whole service.</param>
    /// <param name="fromName">The name of the former holder.</param>
    /// <param name="toName">The name of the new holder.</param>
    /// <param name="reason">The reason, or null.</param>
    /// <param name="utc">Now, UTC.</param>
    /// <exception cref="DomainRuleException">The request is answered, or the colleague works in another service.</exception>
    public RequestPassedOn PassTo(Professional? professional, string fromName, string toName, string? reason, DateTime utc)
    {
        May(RequestMove.PassOn);
        if (professional is not null && professional.ServiceId != ServiceId) { throw new DomainRuleException("Choose a colleague who works in this service."); }
        // a professional's promise ends when another gets the request; the service's own promise, made before it assigned one, stays
        if (ProfessionalId is not null && ProfessionalId != professional?.Id) { PromisedOn = null; }
        // DuplicateKey stays, because it names the target that was asked first, who may be asked only once
        ProfessionalId = professional?.Id;
        Make(RequestMove.PassOn, utc, because: reason);
        return new(Keys, Id, fromName, toName, reason);
    }

    /// <summary>Passes the request to the service that covers while this one is away. The absent service's acknowledgement and promise end.</summary>
    /// <param name="cover">The service that covers.</param>
    /// <param name="awayName">The name of the service that is away.</param>
    /// <param name="coverName">The name of the service that covers.</param>
    /// <param name="utc">Now, UTC.</param>
    /// <exception cref="DomainRuleException">The request is answered, or the cover belongs to another board.</exception>
    public RequestPassedOn PassToCover(HealthService cover, string awayName, string coverName, DateTime utc)
    {
        May(RequestMove.PassToCover);
        var asked = CoverForServiceId ?? ServiceId;
        GoTo(cover);
        CoverForServiceId = cover.Id == asked ? null : asked;
        return Moved(RequestMove.PassToCover, awayName, coverName, $"{awayName} is away", utc);
    }

    /// <summary>Passes the request back from the cover to the service that was asked, which is back.</summary>
    /// <param name="asked">The service that was asked.</param>
    /// <param name="coverName">The name of the service that covered.</param>
    /// <param name="askedName">The name of the service that was asked.</param>
    /// <param name="utc">Now, UTC.</param>
    /// <exception cref="DomainRuleException">The request is answered, or no service covers for that one.</exception>
    public RequestPassedOn ComeBackFromCover(HealthService asked, string coverName, string askedName, DateTime utc)
    {
        May(RequestMove.ComeBackFromCover);
        if (CoverForServiceId != asked.Id) { throw new DomainRuleException("Nobody covers for this service. Nothing was changed."); }
        GoTo(asked);
        CoverForServiceId = null;
        return Moved(RequestMove.ComeBackFromCover, coverName, askedName, $"{asked.Name} is back", utc);
    }

    /// <summary>Gives the request back to the DCO service: the service is not the one to ask. Health's time limit goes on.</summary>
    /// <param name="reason">Why the service is not the one to ask.</param>
    /// <param name="fromName">The name of the service that gives it back.</param>
    /// <param name="utc">Now, UTC.</param>
    /// <exception cref="DomainRuleException">The request is not with the service.</exception>
    public RequestGivenBack GiveBack(string reason, string fromName, DateTime utc)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        May(RequestMove.GiveBack);
        (GivenBackUtc, GivenBackReason) = (utc, reason);
        // no professional keeps it, because the DCO service now decides whom to ask
        ProfessionalId = null;
        ShownToService = false;
        ForgetWhoHasIt();
        Make(RequestMove.GiveBack, utc, because: reason);
        return new(Keys, Id, fromName, reason);
    }

    /// <summary>Closes the request without an answer.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="utc">Now, UTC.</param>
    /// <param name="on">The day on which what closes it happened, where it is recorded later: figures count by it (Europe/London).</param>
    /// <param name="became">Withdrawn where it should not have been sent, whoever has it now.</param>
    /// <param name="asksAnother">Whether somebody else is to be asked instead.</param>
    /// <returns>Null when the request was closed already.</returns>
    /// <exception cref="DomainRuleException">The answer was returned already.</exception>
    public RequestClosed? Close(string reason, DateTime utc, DateOnly? on = null, Became became = Became.Closed, bool asksAnother = false)
    {
        if (!May(RequestMove.Close)) { return null; }
        EnsureNeverReturned();
        End(became, reason, utc, asksAnother, on);
        // nobody has said that whoever the family may exclude may read what is there
        if (SharingDoubtUtc is not null) { ShownToService = false; }
        Make(RequestMove.Close, utc, because: reason);
        return new(Keys, Id, reason);
    }

    /// <summary>Asks the table whether a move can be made.</summary>
    /// <returns>False when the move was made already.</returns>
    /// <exception cref="DomainRuleException">The move is not possible in this stage.</exception>
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

    /// <summary>Makes a move that the table allows, and adds it to the request's moves.</summary>
    private void Make(RequestMove move, DateTime utc, string? byName = null, string? because = null, ReplyCode? nilReason = null, string? sentBack = null)
    {
        var (rule, from) = (move.Rule(), Stage);
        if (rule.BeginsRound) { Round++; }
        Stage = (ReturnedOn is null ? null : rule.ToOnceReturned) ?? rule.To ?? Stage;
        EndedUtc = Stage.IsEnd() ? EndedUtc ?? utc : null;
        MoveCount++;
        _moves.Add(new MoveMade(this, move, from, utc) { ByName = byName, Because = because, NilReason = nilReason, SentBack = sentBack });
    }

    private void End(Became became, string reason, DateTime utc, bool asksAnother, DateOnly? on = null)
    {
        (Became, BecameOn) = (became, on ?? UkDay.Of(utc));
        (ClosedUtc, CloseReason, IsForAnother) = (utc, reason, asksAnother);
        // frees the key, so that after a closing by mistake the same target can be asked again
        DuplicateKey = $"{DuplicateKey}:{Id.ToString("N")[^12..]}";
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

    /// <summary>Follows the service that has it to the provider that the directory says by now; the service and its people stay the same.</summary>
    /// <param name="providerId">The provider.</param>
    /// <param name="fromName">What the provider before is called.</param>
    /// <param name="toName">What this one is called.</param>
    /// <returns>Null where it is that provider's already.</returns>
    public RequestFollowedService? FollowService(Guid providerId, string fromName, string toName)
    {
        if (ProviderId == providerId) { return null; }
        ProviderId = providerId;
        return new(Keys, Id, fromName, toName);
    }

    // the former holder's acknowledgement, promise and opening stay in the moves
    private void ForgetWhoHasIt() => (AcknowledgedUtc, AcknowledgedByName, PromisedOn, FirstOpenedUtc) = (null, null, null, null);
}
