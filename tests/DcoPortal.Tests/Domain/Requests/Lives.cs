using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Directory;
using DcoPortal.Domain.Requests;
using DcoPortal.Domain.Statutory;

namespace DcoPortal.Tests.Domain.Requests;

/// <summary>Requests in every stage, lived there by their own moves.</summary>
internal static class Lives
{
    public static readonly DateOnly Today = new(2026, 11, 21);
    public static readonly DateTime Noon = new(2026, 11, 21, 12, 0, 0, DateTimeKind.Utc);
    public static readonly Guid Board = Guid.NewGuid();

    public static HealthService Service(Guid? board = null) => new() { Id = Guid.NewGuid(), ProviderId = Guid.NewGuid(), IcbId = board ?? Board, Name = "Occupational therapy", Inbox = "ot@nhs.test" };

    public static Assessment Case(AssessmentDecision? decision = AssessmentDecision.Assess)
    {
        var assessment = new Assessment(Guid.NewGuid(), "LCC-26-00042", Guid.NewGuid(), Board, ClockEvent.RequestReceived, Today.AddDays(-20), Today.AddDays(-10), Noon.AddDays(-10),
            new ChildOrYoungPerson { LegalSurname = "Ash", Forenames = "Zoë", DateOfBirth = new(2019, 3, 4) }, new FamilyView(), new EducationSetting());
        if (decision is { } made) { assessment.Decide(made, Today.AddDays(-5), Today.AddDays(-5)); }
        return assessment;
    }

    public static AdviceRequest Prepared(HealthService? service = null) => new(Case(), service ?? Service(), null, Noon);

    public static AdviceRequest In(RequestStage stage, HealthService? service = null)
    {
        var request = Prepared(service);
        if (stage == RequestStage.ToSend) { return request; }
        request.Send("Occupational therapy", Noon);
        switch (stage)
        {
            case RequestStage.GivenBack: request.GiveBack("Not ours", "Occupational therapy", Noon); break;
            case RequestStage.Closed: request.Close("Asked twice", Noon); break;
            case RequestStage.Reopened: return OnceReturned(RequestStage.Reopened);
            case >= RequestStage.ToCheck: request.Submit(1, false, "Gwen Pritchard", Noon, Today); break;
        }

        if (stage is RequestStage.ToReturn or RequestStage.Returned) { request.Accept(Noon); }
        if (stage == RequestStage.Returned) { Return(request); }
        return request;
    }

    /// <summary>A request that was recorded as asked and answered before its case was recorded.</summary>
    public static AdviceRequest Recorded()
    {
        var request = Prepared();
        request.RecordAsked(Today, Noon, "Occupational therapy", Noon);
        request.RecordAnswered(Today, Noon, "Priya Nair", Noon);
        return request;
    }

    /// <summary>A request whose answer was returned before, in one of the stages that it may be in afterwards.</summary>
    public static AdviceRequest OnceReturned(RequestStage stage)
    {
        var request = In(RequestStage.Returned);
        if (stage == RequestStage.Returned) { return request; }
        request.AskForMore(AnswerKind.Version, "The final version, please", new DateOnly(2027, 7, 1), Noon);
        if (stage is RequestStage.ToCheck or RequestStage.ToReturn) { request.Submit(1, false, "Gwen Pritchard", Noon, Today); }
        if (stage == RequestStage.ToReturn) { request.Accept(Noon); }
        return request;
    }

    /// <summary>Returns the accepted answer.</summary>
    public static ReturnedAnswer Return(AdviceRequest request, DateOnly? on = null, params CaseDocument[] documents)
    {
        request.ReturnToAuthority(null, documents, Noon, on ?? Today);
        return request.Answers[^1];
    }

    /// <summary>Tries a move.</summary>
    /// <returns>Whether it left a fact, that is: changed something.</returns>
    public static bool Try(AdviceRequest request, RequestMove move) => move switch
    {
        RequestMove.Send or RequestMove.SendAgain => request.Send("Occupational therapy", Noon) is not null,
        // what was just made, with the stage before it that the table names
        RequestMove.TakeBack => TakeBack(request, RequestMove.Send, RequestStage.ToSend),
        RequestMove.TakeBackCheck => TakeBack(request, request.Stage == RequestStage.ToReturn ? RequestMove.Accept : RequestMove.SendBack, RequestStage.ToCheck),
        RequestMove.TakeBackClosing => TakeBack(request, RequestMove.Close, RequestStage.ToReturn),
        RequestMove.Open => request.Open(Noon) is not null,
        RequestMove.RecordAsked => request.RecordAsked(Today, Noon, "Occupational therapy", Noon) is not null,
        RequestMove.RecordAnswered => request.RecordAnswered(Today, Noon, "Priya Nair", Noon) is not null,
        RequestMove.TakeBackRecorded => request.TakeBackRecorded(request.Answers, "Not answered", Noon) is not null,
        RequestMove.Acknowledge => request.Acknowledge(Noon, "Gwen Pritchard") is not null,
        RequestMove.Promise => request.Promise(Today.AddDays(7), Today, Noon, "Gwen Pritchard").Count > 0,
        RequestMove.Chase => Chased(request),
        RequestMove.PassOn => request.PassTo(null, "Gwen Pritchard", "Occupational therapy", null, Noon) is not null,
        RequestMove.PassToCover => request.PassToCover(Service(), "Occupational therapy", "Physiotherapy", Noon) is not null,
        RequestMove.ComeBackFromCover => request.ComeBackFromCover(Service(), "Physiotherapy", "Occupational therapy", Noon) is not null,
        RequestMove.GiveBack => request.GiveBack("Not ours", "Occupational therapy", Noon) is not null,
        RequestMove.Submit => request.Submit(1, false, "Gwen Pritchard", Noon, Today) is not null,
        RequestMove.SubmitNilReturn => request.SubmitNilReturn(ReplyCode.NotKnown, null, "Gwen Pritchard", Noon, Today) is not null,
        RequestMove.Accept => request.Accept(Noon) is not null,
        RequestMove.SendBack => request.SendBack("More, please", Noon) is not null,
        RequestMove.ReturnToAuthority => request.ReturnToAuthority(null, [], Noon, Today) is not null,
        RequestMove.WithdrawRequest => request.WithdrawRequest("The wrong child", "Occupational therapy", Noon) is not null,
        RequestMove.Reopen => request.Reopen(RequestStage.ToReturn, "Still needed", Noon) is not null,
        RequestMove.AskForMore => request.AskForMore(AnswerKind.Version, "The final version, please", new DateOnly(2027, 7, 1), Noon) is not null,
        RequestMove.LetStand => request.LetStand(Answer(request), null, Noon) is not null,
        RequestMove.WithdrawAnswer => request.WithdrawAnswer(Answer(request), null, [], [], WithdrawalReason.WrongVersion, "A draft", "Priya Nair", Noon).Fact is not null,
        RequestMove.RestoreAnswer => Restored(request),
        RequestMove.Close => request.Close("Asked twice", Noon) is not null,
        _ => throw new ArgumentOutOfRangeException(nameof(move)),
    };

    private static bool TakeBack(AdviceRequest request, RequestMove move, RequestStage before) =>
        request.TakeBack(request.Made(move, request.State with { Stage = before, EndedUtc = null }, Noon), "Occupational therapy", Noon) is not null;

    // a request that was never returned has none: an answer of another stands in, and is refused by the stage
    private static ReturnedAnswer Answer(AdviceRequest request) => (request.Answers.Count > 0 ? request.Answers[^1] : null) ?? In(RequestStage.Returned).Answers[^1];

    private static bool Restored(AdviceRequest request)
    {
        var answer = Answer(request);
        var withdrawal = answer.AdviceRequestId == request.Id && request.Can(RequestMove.WithdrawAnswer)
            ? request.WithdrawAnswer(answer, null, [], [answer], WithdrawalReason.WrongVersion, "A draft", "Priya Nair", Noon.AddMinutes(1)).Withdrawal : null;
        return request.RestoreAnswer(withdrawal!, answer, [answer], [], "It was the right one", Noon.AddMinutes(2)) is not null;
    }

    private static bool Chased(AdviceRequest request)
    {
        request.Chased(Noon);
        return true;
    }
}
