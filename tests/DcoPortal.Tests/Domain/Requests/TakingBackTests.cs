using DcoPortal.Domain;
using DcoPortal.Domain.Requests;

namespace DcoPortal.Tests.Domain.Requests;

/// <summary>The moves that can be taken back, each from every stage in which it can be made, against the table and without a database.</summary>
public sealed class TakingBackTests
{
    private static readonly DateTime Later = Lives.Noon.AddMinutes(5);

    public static TheoryData<RequestMove, RequestStage> Reversible()
    {
        var cells = new TheoryData<RequestMove, RequestStage>();
        foreach (var rule in RequestMoves.All.Where(r => r.TakenBackBy is not null)) { foreach (var stage in rule.From) { cells.Add(rule.Move, stage); } }
        return cells;
    }

    [Fact]
    public void Sending_accepting_sending_back_and_closing_can_be_taken_back_and_nothing_else() =>
        Assert.Equal([RequestMove.Send, RequestMove.Accept, RequestMove.SendBack, RequestMove.Close, RequestMove.WithdrawRequest], RequestMoves.All.Where(r => r.TakenBackBy is not null).Select(r => r.Move));

    [Fact]
    public void Each_leads_to_a_stage_from_which_it_can_be_taken_back() =>
        Assert.All(RequestMoves.All.Where(r => r.TakenBackBy is not null), r => Assert.True(r.To!.Value.IsPossible(r.TakenBackBy!.Value), r.Move.ToString()));

    [Fact]
    public void A_property_of_a_request_is_restored_or_is_one_that_taking_back_does_not_change()
    {
        // what it is and when it is due; what only another action changes; and the count of moves, which goes on
        string[] stays = ["Id", "Version", "AssessmentId", "AssessmentReference", "LocalAuthorityId", "IcbId", "Kind", "RequestedByFamily", "CoveringNote", "ReceivedByHealthOn", "DueOn", "PreparedUtc",
            "ReturnedUtc", "ReturnedOn", "LastChasedUtc", "ChaseCount", "HasExemption", "SharingDoubtUtc", "MoveCount",
            "VersionCount", "AddendumCount", "NextAnswer", "AnswerStands", "UnsettledUtc", "WantedByOn", "MoreAskedUtc", "OpenedOn", "FirstNilReason", "ExcusedBy", "LateReason", "LateNote",
            // the end of its case, and what another request stands for
            "CaseEndedOn", "InsteadOfId", "IsReplaced", "IsForAnother"];
        var restored = typeof(RequestState).GetProperties().Select(p => p.Name);

        Assert.Equal(typeof(AdviceRequest).GetProperties().Where(p => p.CanWrite).Select(p => p.Name).Except(stays).Order(), restored.Order());
    }

    [Theory, MemberData(nameof(Reversible))]
    public void A_request_is_as_it_was_before_in_everything(RequestMove move, RequestStage stage)
    {
        var request = Lives.In(stage);
        var (before, count) = (request.State, request.MoveCount);
        var made = Make(request, move);

        var fact = request.TakeBack(made, "Occupational therapy", Later);

        Assert.Equal(before, request.State);
        Assert.Equal((count + 2, move.Rule().TakenBackBy, stage), (request.MoveCount, request.Moves[^1].Move, request.Moves[^1].ToStage));
        Assert.Equal(move.Rule().TakenBackBy!.Value.Rule().Fact, fact.GetType());
    }

    [Theory, MemberData(nameof(Reversible))]
    public void It_is_refused_once_half_a_minute_has_passed(RequestMove move, RequestStage stage)
    {
        var request = Lives.In(stage);
        var made = Make(request, move);

        var refused = Assert.Throws<DomainRuleException>(() => request.TakeBack(made, "", Later + TakeBackTime.Limit + TimeSpan.FromMilliseconds(1)));

        Assert.Equal((TakeBackTime.TooLate, move.Rule().To), (refused.Message, request.Stage));
        request.TakeBack(made, "", Later + TakeBackTime.Limit);
    }

    [Theory, MemberData(nameof(Reversible))]
    public void It_is_not_taken_back_twice(RequestMove move, RequestStage stage)
    {
        var request = Lives.In(stage);
        var made = Make(request, move);
        request.TakeBack(made, "", Later);

        Assert.Throws<DomainRuleException>(() => request.TakeBack(made, "", Later));

        Assert.Equal(made.Before, request.State);
    }

    [Theory]
    [InlineData(RequestMove.Send, RequestStage.ToSend, RequestMove.Open)]
    [InlineData(RequestMove.Send, RequestStage.ToSend, RequestMove.Acknowledge)]
    [InlineData(RequestMove.Send, RequestStage.ToSend, RequestMove.PassOn)]
    [InlineData(RequestMove.Send, RequestStage.ToSend, RequestMove.Submit)]
    [InlineData(RequestMove.Accept, RequestStage.ToCheck, RequestMove.ReturnToAuthority)]
    [InlineData(RequestMove.Accept, RequestStage.ToCheck, RequestMove.Close)]
    [InlineData(RequestMove.SendBack, RequestStage.ToCheck, RequestMove.Acknowledge)]
    [InlineData(RequestMove.SendBack, RequestStage.ToCheck, RequestMove.PassOn)]
    [InlineData(RequestMove.SendBack, RequestStage.ToCheck, RequestMove.Submit)]
    [InlineData(RequestMove.SendBack, RequestStage.ToCheck, RequestMove.GiveBack)]
    public void It_stands_when_anything_happened_since(RequestMove move, RequestStage stage, RequestMove since)
    {
        var request = Lives.In(stage);
        var made = Make(request, move);
        Lives.Try(request, since);
        var state = request.State;

        Assert.Throws<DomainRuleException>(() => request.TakeBack(made, "", Later));

        Assert.Equal(state, request.State);
    }

    [Fact]
    public void What_the_handing_over_to_a_cover_changed_is_taken_back_with_the_sending_back()
    {
        var request = Lives.In(RequestStage.ToCheck);
        var before = request.State;
        request.SendBack("More", Later);
        request.PassToCover(Lives.Service(), "Occupational therapy", "Physiotherapy", Later);

        request.TakeBack(request.Made(RequestMove.SendBack, before, Later), "", Later);

        Assert.Equal(before, request.State);
    }

    [Fact]
    public void A_request_that_was_given_back_and_sent_again_is_not_taken_back()
    {
        var request = Lives.In(RequestStage.GivenBack);
        var before = request.State;
        request.Send("Occupational therapy", Later);

        Assert.Throws<DomainRuleException>(() => request.TakeBack(request.Made(RequestMove.SendAgain, before, Later), "", Later));

        Assert.Equal((RequestStage.WithService, Lives.Noon), (request.Stage, request.FirstSentUtc));
    }

    private static JustMade Make(AdviceRequest request, RequestMove move)
    {
        var before = request.State;
        _ = move switch
        {
            RequestMove.Send => (object?)request.Send("Occupational therapy", Later),
            RequestMove.Accept => request.Accept(Later),
            RequestMove.SendBack => request.SendBack("Please say how often", Later),
            RequestMove.WithdrawRequest => request.WithdrawRequest("The wrong child", "Occupational therapy", Later),
            _ => request.Close("Asked twice", Later),
        };
        return request.Made(move, before, Later);
    }
}
