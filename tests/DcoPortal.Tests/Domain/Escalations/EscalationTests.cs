using DcoPortal.Domain;
using DcoPortal.Domain.Escalations;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Domain.Requests;

namespace DcoPortal.Tests.Domain.Escalations;

/// <summary>Lives of an escalation, without a database.</summary>
public sealed class EscalationTests
{
    private static readonly DateTime Noon = Lives.Noon;

    public static TheoryData<string, Action<Escalation>> Moves => new()
    {
        { "answer", e => e.GiveAnswer("Spoken to today.", "Helen Shaw", Noon) },
        { "take back", e => e.Withdraw("Priya Nair", Noon) },
        { "remind", e => e.Reminded(Noon) },
    };

    [Theory]
    [InlineData(RequestStage.ToSend, true)]
    [InlineData(RequestStage.GivenBack, true)]
    [InlineData(RequestStage.WithService, true)]
    [InlineData(RequestStage.ToCheck, true)]
    [InlineData(RequestStage.ToReturn, true)]
    [InlineData(RequestStage.Returned, false)]
    [InlineData(RequestStage.Closed, false)]
    public void Only_a_request_that_has_not_ended_is_put_before_somebody(RequestStage stage, bool possible)
    {
        var request = Lives.In(stage);

        var rule = Record.Exception(() => Raised(request));

        Assert.Equal(possible, rule is null);
        if (!possible) { Assert.IsType<DomainRuleException>(rule); }
    }

    [Theory]
    [MemberData(nameof(Moves))]
    public void Nothing_more_happens_to_one_that_was_answered(string move, Action<Escalation> act)
    {
        var escalation = Raised();
        escalation.GiveAnswer("Spoken to today.", "Helen Shaw", Noon);

        var rule = Assert.Throws<DomainRuleException>(() => act(escalation));

        Assert.Equal(("This has been answered already. Nothing was changed.", false, null), (rule.Message, escalation.IsAwaited, escalation.WithdrawnUtc));
        Assert.NotEmpty(move);
    }

    [Theory]
    [MemberData(nameof(Moves))]
    public void Nothing_more_happens_to_one_that_was_taken_back(string move, Action<Escalation> act)
    {
        var escalation = Raised();
        escalation.Withdraw("Priya Nair", Noon);

        var rule = Assert.Throws<DomainRuleException>(() => act(escalation));

        Assert.Equal(("This was taken back. Nothing was changed.", false, null), (rule.Message, escalation.IsAwaited, escalation.Answer));
        Assert.NotEmpty(move);
    }

    [Fact]
    public void Reminding_leaves_the_answer_awaited()
    {
        var escalation = Raised();

        escalation.Reminded(Noon.AddDays(3));

        Assert.Equal((true, Noon.AddDays(3)), (escalation.IsAwaited, escalation.RemindedUtc!.Value));
    }

    [Fact]
    public void An_answer_keeps_who_gave_it_and_when()
    {
        var escalation = Raised();

        escalation.GiveAnswer("Spoken to today.", "Helen Shaw", Noon.AddDays(1));

        Assert.Equal(("Spoken to today.", "Helen Shaw", Noon.AddDays(1)), (escalation.Answer, escalation.AnsweredByName, escalation.AnsweredUtc!.Value));
    }

    private static Escalation Raised(AdviceRequest? request = null) =>
        new(Guid.NewGuid(), request ?? Lives.In(RequestStage.WithService), (Guid.NewGuid(), "Helen Shaw"), "Two reminders without an answer.", (Guid.NewGuid(), "Priya Nair"), Noon);
}
