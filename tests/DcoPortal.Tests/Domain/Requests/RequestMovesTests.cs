using DcoPortal.Domain;
using DcoPortal.Domain.Facts;
using DcoPortal.Domain.Requests;

namespace DcoPortal.Tests.Domain.Requests;

/// <summary>The table of moves cell by cell, and the aggregate against it.</summary>
public sealed class RequestMovesTests
{
    // written by hand from DESIGN and the guide. A letter a stage, in this order: to send, given back, with the service, to check, to return, returned, reopened, closed
    // + possible, = done already, . refused
    private static readonly Dictionary<RequestMove, string> Cells = new()
    {
        [RequestMove.Send] = "+.====..",
        [RequestMove.SendAgain] = ".+====..",
        [RequestMove.TakeBack] = "..+.....",
        [RequestMove.RecordAsked] = "+.====..",
        [RequestMove.Open] = "..+++++.",
        [RequestMove.Acknowledge] = "..+...+.",
        [RequestMove.Promise] = "..+...+.",
        [RequestMove.Chase] = "..+...+.",
        [RequestMove.PassOn] = "..+...+.",
        [RequestMove.PassToCover] = "..+...+.",
        [RequestMove.ComeBackFromCover] = ".++...+.",
        [RequestMove.GiveBack] = "..+.....",
        [RequestMove.Submit] = "..+===+.",
        [RequestMove.SubmitNilReturn] = "..+===+.",
        [RequestMove.Accept] = "...+==..",
        [RequestMove.SendBack] = "...+....",
        [RequestMove.TakeBackCheck] = "..+.+.+.",
        [RequestMove.ReturnToAuthority] = "....+=..",
        [RequestMove.RecordAnswered] = "..+..=..",
        [RequestMove.TakeBackRecorded] = ".....+..",
        [RequestMove.Close] = "+++++..=",
        [RequestMove.WithdrawRequest] = "..+++..=",
        [RequestMove.TakeBackClosing] = ".......+",
        [RequestMove.Reopen] = ".......+",
        [RequestMove.AskForMore] = ".....+=.",
        [RequestMove.LetStand] = "...++=+.",
        [RequestMove.WithdrawAnswer] = "...++++.",
        [RequestMove.RestoreAnswer] = "...++++.",
    };

    public static TheoryData<RequestMove, RequestStage> EveryCell()
    {
        var cells = new TheoryData<RequestMove, RequestStage>();
        foreach (var move in Enum.GetValues<RequestMove>()) { foreach (var stage in Enum.GetValues<RequestStage>()) { cells.Add(move, stage); } }
        return cells;
    }

    [Fact]
    public void Every_move_has_one_row_in_the_order_of_the_moves() => Assert.Equal(Enum.GetValues<RequestMove>(), RequestMoves.All.Select(r => r.Move));

    [Theory, MemberData(nameof(EveryCell))]
    public void Every_cell_of_the_table_is_the_one_agreed(RequestMove move, RequestStage stage)
    {
        var expected = Cells[move][(int)stage] switch { '+' => MoveVerdict.Possible, '=' => MoveVerdict.Already, _ => MoveVerdict.Refused };

        Assert.Equal(expected, move.Rule().In(stage));
    }

    [Theory, MemberData(nameof(EveryCell))]
    public void A_request_does_in_every_stage_what_the_table_says(RequestMove move, RequestStage stage)
    {
        // these are about an answer that was returned before
        var isAfterReturn = move is RequestMove.LetStand or RequestMove.WithdrawAnswer or RequestMove.RestoreAnswer && move.Rule().In(stage) == MoveVerdict.Possible;
        var request = move == RequestMove.TakeBackRecorded && stage == RequestStage.Returned ? Lives.Recorded() : isAfterReturn ? Lives.OnceReturned(stage) : Lives.In(stage);
        // sending is one method, which knows whether it is sending again
        var asked = move is RequestMove.Send or RequestMove.SendAgain ? stage == RequestStage.GivenBack ? RequestMove.SendAgain : RequestMove.Send : move;
        var rule = asked.Rule();
        var (moves, round) = (request.MoveCount, request.Round);

        var error = Record.Exception(() => Assert.Equal(rule.In(stage) == MoveVerdict.Possible, Lives.Try(request, move)));

        switch (rule.In(stage))
        {
            case MoveVerdict.Refused when move == RequestMove.Open:
            case MoveVerdict.Already:
                Assert.Null(error);
                Assert.Equal((stage, moves, round), (request.Stage, request.MoveCount, request.Round));
                break;
            case MoveVerdict.Refused:
                Assert.Equal(rule.Refusal, Assert.IsType<DomainRuleException>(error).Message);
                Assert.Equal((stage, moves, round), (request.Stage, request.MoveCount, request.Round));
                break;
            // what was returned stands: there is only nothing to add
            case MoveVerdict.Possible when move == RequestMove.SubmitNilReturn && request.AnswerStands:
                Assert.StartsWith("What was returned stands.", Assert.IsType<DomainRuleException>(error).Message, StringComparison.Ordinal);
                break;
            case MoveVerdict.Possible when move == RequestMove.ComeBackFromCover:
                Assert.Equal("Nobody covers for this service. Nothing was changed.", Assert.IsType<DomainRuleException>(error).Message);
                break;
            default:
                Assert.Null(error);
                var to = rule.LeadsBack ? RequestStage.ToReturn : (request.ReturnedOn is null ? null : rule.ToOnceReturned) ?? rule.To ?? stage;
                Assert.Equal((to, round + (rule.BeginsRound ? 1 : 0)), (request.Stage, request.Round));
                if (move != RequestMove.Chase) { Assert.Equal((stage, to, asked), Last(request)); }
                break;
        }

        Assert.Equal(request.Stage.IsEnd(), request.EndedUtc is not null);
    }

    [Fact]
    public void Every_move_leaves_a_fact_of_the_audit_trail_and_says_who_makes_it()
    {
        foreach (var rule in RequestMoves.All)
        {
            Assert.True(rule.Fact.IsSubclassOf(typeof(AuditFact)), rule.Move.ToString());
            Assert.True(char.IsUpper(rule.Who[0]) && char.IsLower(rule.Does[0]) && rule.Does[^1] != '.', rule.Move.ToString());
            Assert.EndsWith(".", rule.Refusal, StringComparison.Ordinal);
            Assert.Empty(rule.From.Intersect(rule.DoneIn));
        }
    }

    [Fact]
    public void Only_what_opens_a_request_again_leads_out_of_an_end()
    {
        var out_ = RequestMoves.All.Where(r => (r.To is not null || r.LeadsBack) && r.From.Any(s => s.IsEnd())).Select(r => r.Move);

        Assert.Equal([RequestMove.TakeBackRecorded, RequestMove.TakeBackClosing, RequestMove.Reopen, RequestMove.AskForMore], out_);
    }

    private static (RequestStage From, RequestStage To, RequestMove Move) Last(AdviceRequest request) =>
        request.Moves[^1] is var last ? (last.FromStage, last.ToStage, last.Move) : default;
}
