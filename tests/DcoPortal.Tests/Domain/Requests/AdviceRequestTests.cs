using DcoPortal.Domain;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Directory;
using DcoPortal.Domain.Requests;

namespace DcoPortal.Tests.Domain.Requests;

/// <summary>Lives of a request, without a database.</summary>
public sealed class AdviceRequestTests
{
    private static readonly DateOnly Today = Lives.Today;
    private static readonly DateTime Noon = Lives.Noon;

    [Fact]
    public void A_later_round_erases_nothing_of_an_earlier_one()
    {
        var request = Lives.Prepared();
        request.Send("Occupational therapy", Noon);
        request.Open(Noon.AddHours(1));
        request.SubmitNilReturn(ReplyCode.NotKnown, "No record", "Gwen Pritchard", Noon.AddHours(2), Today);
        request.SendBack("Look under the former name", Noon.AddHours(3));
        request.GiveBack("Seen by paediatrics", "Occupational therapy", Noon.AddHours(4));
        request.Send("Occupational therapy", Noon.AddHours(5));
        request.Submit(1, true, "Tariq Aziz", Noon.AddHours(6), Today);

        Assert.Equal(
            [
                (1, 1, RequestMove.Send, 0), (2, 1, RequestMove.Open, 1), (3, 1, RequestMove.SubmitNilReturn, 2), (4, 2, RequestMove.SendBack, 3),
                (5, 2, RequestMove.GiveBack, 4), (6, 3, RequestMove.SendAgain, 5), (7, 3, RequestMove.Submit, 6),
            ],
            request.Moves.Select(m => (m.Number, m.Round, m.Move, (int)(m.AtUtc - Noon).TotalHours)));
        Assert.Equal(("Gwen Pritchard", "No record", ReplyCode.NotKnown), (request.Moves[2].ByName, request.Moves[2].Because, request.Moves[2].NilReason));
        Assert.Equal("Look under the former name", request.Moves[3].Because);
        Assert.Equal(("Seen by paediatrics", Noon), (request.Moves[4].Because, request.FirstSentUtc!.Value));
        Assert.Equal((Noon.AddHours(5), "Tariq Aziz", null), (request.SentUtc, request.SubmittedByName, request.NilReason));
    }

    [Fact]
    public void Sending_back_asks_anew_and_leaves_the_due_date()
    {
        var request = Lives.In(RequestStage.WithService);
        request.Promise(Today.AddDays(3), Today, Noon, "Gwen Pritchard");
        request.Submit(1, true, "Gwen Pritchard", Noon, Today);
        var due = request.DueOn;

        request.SendBack("Say how often", Noon.AddDays(1));

        Assert.Equal((RequestStage.WithService, 2, due, 1), (request.Stage, request.Round, request.DueOn, request.SentBackCount));
        Assert.Equal((null, null, null, null), (request.SubmittedUtc, request.SubmittedOn, request.AcknowledgedUtc, request.PromisedOn));
        Assert.Equal(Noon.AddDays(1), request.LastAskedUtc);
        // the days of putting it right are the service's, not those of checking
        Assert.Null(request.AnsweredOn);
        request.Submit(2, true, "Gwen Pritchard", Noon.AddDays(5), Today.AddDays(5));
        Assert.Equal(Today.AddDays(5), request.AnsweredOn);
    }

    [Fact]
    public void What_was_given_back_is_with_nobody_and_the_service_sees_it_no_more()
    {
        var request = Lives.In(RequestStage.GivenBack);

        Assert.Equal((false, null, null, Noon), (request.ShownToService, request.ProfessionalId, request.LastAskedUtc, request.SentUtc!.Value));
    }

    [Theory]
    [InlineData(RequestStage.ToSend, false)]
    [InlineData(RequestStage.GivenBack, false)]
    [InlineData(RequestStage.WithService, true)]
    [InlineData(RequestStage.ToCheck, true)]
    public void Closing_shows_a_request_to_nobody_who_did_not_see_it_before(RequestStage stage, bool seen)
    {
        var request = Lives.In(stage);

        request.Close("Not needed", Noon);

        Assert.Equal((RequestStage.Closed, seen, Noon), (request.Stage, request.ShownToService, request.EndedUtc!.Value));
    }

    [Fact]
    public void Closing_frees_the_people_to_be_asked_again()
    {
        var request = Lives.Prepared();
        var key = request.DuplicateKey;

        request.Close("By mistake", Noon);

        Assert.NotEqual(key, request.DuplicateKey);
    }

    [Fact]
    public void A_promise_acknowledges_once_and_the_same_day_again_changes_nothing()
    {
        var request = Lives.In(RequestStage.WithService);

        var first = request.Promise(Today.AddDays(7), Today, Noon, "Gwen Pritchard");
        var again = request.Promise(Today.AddDays(7), Today, Noon, "Gwen Pritchard");
        var later = request.Promise(Today.AddDays(9), Today, Noon, "Gwen Pritchard");

        Assert.Equal(["RequestAcknowledged", "AnswerPromised"], first.Select(f => f.Name));
        Assert.Empty(again);
        Assert.Equal(["AnswerPromised"], later.Select(f => f.Name));
        Assert.Throws<DomainRuleException>(() => request.Promise(Today.AddDays(-1), Today, Noon, "Gwen Pritchard"));
    }

    [Fact]
    public void Cover_comes_and_goes_as_moves_and_forgets_what_the_absent_said()
    {
        var (asked, cover) = (Lives.Service(), Lives.Service());
        var request = Lives.In(RequestStage.WithService, asked);
        request.Acknowledge(Noon, "Gwen Pritchard");

        request.PassToCover(cover, "Occupational therapy", "Physiotherapy", Noon.AddDays(1));
        Assert.Equal((cover.Id, asked.Id, null), (request.ServiceId, request.CoverForServiceId!.Value, request.AcknowledgedUtc));

        request.ComeBackFromCover(asked, "Physiotherapy", "Occupational therapy", Noon.AddDays(2));
        Assert.Equal((asked.Id, null), (request.ServiceId, request.CoverForServiceId));
        Assert.Equal([cover.Id, asked.Id], request.Moves.TakeLast(2).Select(m => m.ServiceId));
    }

    [Fact]
    public void A_service_of_another_board_cannot_cover()
    {
        var request = Lives.In(RequestStage.WithService);

        Assert.Throws<DomainRuleException>(() => request.PassToCover(Lives.Service(Guid.NewGuid()), "Occupational therapy", "Elsewhere", Noon));
        Assert.Equal(RequestMove.Send, request.Moves[^1].Move);
    }

    [Fact]
    public void Returning_shows_the_text_and_the_papers_to_the_authority_but_not_the_draft_of_a_nil_return()
    {
        var (advice, nil) = (Lives.In(RequestStage.WithService), Lives.In(RequestStage.WithService));
        advice.Submit(1, true, "Gwen Pritchard", Noon, Today);
        nil.SubmitNilReturn(ReplyCode.NotKnown, null, "Gwen Pritchard", Noon, Today);
        var (written, draft) = (new AdviceResponse(advice) { Needs = "Holds a pencil" }, new AdviceResponse(nil) { Needs = "A draft" });
        var paper = Paper(advice);
        advice.Accept(Noon);
        nil.Accept(Noon);

        advice.ReturnToAuthority(written, [paper], Noon, Today);
        nil.ReturnToAuthority(draft, [], Noon, Today);

        Assert.Equal(("Holds a pencil", Noon, advice.Answers[0].Id), (advice.Answers[0].Needs, paper.ReturnedUtc, paper.ReturnedAnswerId));
        Assert.Equal((null, ReplyCode.NotKnown), (nil.Answers[0].Needs, nil.Answers[0].NilReason));
    }

    [Fact]
    public void Nothing_of_another_request_is_returned_with_it()
    {
        var (request, other) = (Lives.In(RequestStage.ToReturn), Lives.In(RequestStage.ToReturn));

        Assert.Throws<DomainRuleException>(() => request.ReturnToAuthority(new AdviceResponse(other), [], Noon, Today));
        Assert.Throws<DomainRuleException>(() => other.ReturnToAuthority(null, [Paper(request)], Noon, Today));
    }

    [Fact]
    public void What_goes_with_a_request_is_settled_when_it_is_sent()
    {
        var request = Lives.Prepared();

        Assert.True(request.Describe("Please look at hand skills", true));
        Assert.False(request.Describe("Please look at hand skills", true));
        request.Send("Occupational therapy", Noon);

        Assert.Throws<DomainRuleException>(() => request.Describe("Something else", true));
    }

    [Fact]
    public void Nobody_is_asked_about_a_case_that_has_ended() =>
        Assert.Throws<DomainRuleException>(() => new AdviceRequest(Lives.Case(AssessmentDecision.DoNotAssess), Lives.Service(), null, Noon));

    [Theory]
    [InlineData(AssessmentDecision.Assess, AdviceKind.Statutory, 42)]
    [InlineData(null, AdviceKind.EarlyInformation, 14)]
    public void The_due_date_runs_from_the_day_health_was_asked(AssessmentDecision? decision, AdviceKind kind, int days)
    {
        var request = new AdviceRequest(Lives.Case(decision), Lives.Service(), null, Noon);

        Assert.Equal((kind, request.ReceivedByHealthOn.AddDays(days)), (request.Kind, request.DueOn));
    }

    private static CaseDocument Paper(AdviceRequest request) => new(request.Keys, request.Id, CaseDocumentKind.Advice, "key")
    { FileName = "a.pdf", ContentType = "application/pdf", Sha256 = new string('0', 64), ScanVerdict = "Clean", UploadedByName = "Gwen Pritchard" };
}
