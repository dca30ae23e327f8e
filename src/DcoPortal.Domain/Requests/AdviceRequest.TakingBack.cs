using DcoPortal.Domain.Facts;

namespace DcoPortal.Domain.Requests;

// taking back the last move: the table says which can be, and the request returns to what it was
public sealed partial class AdviceRequest
{
    /// <summary>What a move may change, as it is now.</summary>
    public RequestState State => new()
    {
        Stage = Stage,
        Round = Round,
        ShownToService = ShownToService,
        EndedUtc = EndedUtc,
        ProviderId = ProviderId,
        ServiceId = ServiceId,
        ProfessionalId = ProfessionalId,
        CoverForServiceId = CoverForServiceId,
        DuplicateKey = DuplicateKey,
        FirstSentUtc = FirstSentUtc,
        SentUtc = SentUtc,
        FirstOpenedUtc = FirstOpenedUtc,
        AskedOn = AskedOn,
        AnsweredOn = AnsweredOn,
        Became = Became,
        BecameOn = BecameOn,
        AcknowledgedUtc = AcknowledgedUtc,
        AcknowledgedByName = AcknowledgedByName,
        PromisedOn = PromisedOn,
        GivenBackUtc = GivenBackUtc,
        GivenBackReason = GivenBackReason,
        SubmittedUtc = SubmittedUtc,
        SubmittedOn = SubmittedOn,
        SubmittedByName = SubmittedByName,
        ReachedAuthorityOn = ReachedAuthorityOn,
        NilReason = NilReason,
        NilNote = NilNote,
        SentBackUtc = SentBackUtc,
        SentBackComment = SentBackComment,
        SentBackCount = SentBackCount,
        AcceptedUtc = AcceptedUtc,
        ClosedUtc = ClosedUtc,
        CloseReason = CloseReason,
    };

    /// <summary>What is needed to take the latest move back.</summary>
    /// <param name="move">The move.</param>
    /// <param name="before">The state before it.</param>
    /// <param name="utc">Now, UTC.</param>
    public JustMade Made(RequestMove move, RequestState before, DateTime utc) => new(Id, move, MoveCount, utc, before);

    /// <summary>Takes the latest move back: the request is as it was before. The moves keep both.</summary>
    /// <param name="made">The move.</param>
    /// <param name="askedName">The name of the professional or service asked, for the audit trail.</param>
    /// <param name="utc">Now, UTC.</param>
    /// <exception cref="DomainRuleException">It cannot be taken back, the time has passed, or something else happened since.</exception>
    public AuditFact TakeBack(JustMade made, string askedName, DateTime utc)
    {
        var back = made.Move.Rule().TakenBackBy ?? throw new DomainRuleException("This cannot be taken back. Nothing was changed.");
        if (made.RequestId != Id || !Can(back)) { throw new DomainRuleException(back.Rule().Refusal); }
        if (IsKnownSince(made.Before)) { throw new DomainRuleException("It is too late to take this back: the service has opened the request. Nothing was changed."); }
        if (MoveCount != made.MoveCount || LastChasedUtc > made.MadeUtc) { throw new DomainRuleException(TakeBackTime.SinceThen); }
        TakeBackTime.Ensure(made.MadeUtc, utc);
        var from = Stage;
        Restore(made.Before);
        MoveCount++;
        _moves.Add(new MoveMade(this, back, from, utc));
        return back switch
        {
            RequestMove.TakeBack => new RequestTakenBack(Keys, Id, askedName),
            RequestMove.TakeBackClosing => new ClosingTakenBack(Keys, Id),
            _ => new CheckTakenBack(Keys, Id, made.Move == RequestMove.Accept),
        };
    }

    private bool IsKnownSince(RequestState before) =>
        (FirstOpenedUtc is not null && before.FirstOpenedUtc is null) || (Stage.IsOutstanding() && AcknowledgedUtc is not null);

    private void Restore(RequestState before)
    {
        (Stage, Round, ShownToService, EndedUtc, DuplicateKey) = (before.Stage, before.Round, before.ShownToService, before.EndedUtc, before.DuplicateKey);
        (ProviderId, ServiceId, ProfessionalId, CoverForServiceId) = (before.ProviderId, before.ServiceId, before.ProfessionalId, before.CoverForServiceId);
        (FirstSentUtc, SentUtc, FirstOpenedUtc) = (before.FirstSentUtc, before.SentUtc, before.FirstOpenedUtc);
        (AskedOn, AnsweredOn, Became, BecameOn) = (before.AskedOn, before.AnsweredOn, before.Became, before.BecameOn);
        (AcknowledgedUtc, AcknowledgedByName, PromisedOn) = (before.AcknowledgedUtc, before.AcknowledgedByName, before.PromisedOn);
        (GivenBackUtc, GivenBackReason) = (before.GivenBackUtc, before.GivenBackReason);
        (SubmittedUtc, SubmittedOn, SubmittedByName) = (before.SubmittedUtc, before.SubmittedOn, before.SubmittedByName);
        (ReachedAuthorityOn, NilReason, NilNote) = (before.ReachedAuthorityOn, before.NilReason, before.NilNote);
        (SentBackUtc, SentBackComment, SentBackCount) = (before.SentBackUtc, before.SentBackComment, before.SentBackCount);
        (AcceptedUtc, ClosedUtc, CloseReason) = (before.AcceptedUtc, before.ClosedUtc, before.CloseReason);
        IsForAnother = IsForAnother && ClosedUtc is not null;
    }
}
