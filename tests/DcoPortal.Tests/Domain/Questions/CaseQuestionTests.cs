using DcoPortal.Domain;
using DcoPortal.Domain.Questions;
using DcoPortal.Tests.Domain.Requests;

namespace DcoPortal.Tests.Domain.Questions;

/// <summary>Lives of a question, without a database.</summary>
public sealed class CaseQuestionTests
{
    private static readonly DateTime Noon = Lives.Noon;

    [Theory]
    [InlineData(CaseSide.LocalAuthority, CaseSide.DcoService)]
    [InlineData(CaseSide.DcoService, CaseSide.LocalAuthority)]
    public void It_waits_for_the_side_that_did_not_speak_last(CaseSide asks, CaseSide other)
    {
        var question = Asked(asks);
        Assert.Equal((other, false), (question.WaitsFor, question.IsAnswered));

        question.Say(other, "Yes.", "Helen Shaw", Noon.AddHours(1));
        Assert.Equal((asks, true, Noon.AddHours(1)), (question.WaitsFor, question.IsAnswered, question.LastSaidUtc));

        question.Say(asks, "Both?", "Mohammed Iqbal", Noon.AddHours(2));
        Assert.Equal((other, true), (question.WaitsFor, question.IsAnswered));
    }

    [Fact]
    public void Asking_further_is_no_answer()
    {
        var question = Asked(CaseSide.LocalAuthority);

        question.Say(CaseSide.LocalAuthority, "It is urgent.", "Mohammed Iqbal", Noon.AddHours(1));

        Assert.Equal((CaseSide.DcoService, false), (question.WaitsFor, question.IsAnswered));
    }

    [Theory]
    [InlineData(CaseSide.LocalAuthority)]
    [InlineData(CaseSide.DcoService)]
    public void The_side_that_asked_closes_it_once_and_keeps_who_did(CaseSide asks)
    {
        var question = Asked(asks);

        Assert.Equal((true, false), (question.Close(asks, "Helen Shaw", Noon.AddHours(1)), question.Close(asks, "Somebody else", Noon.AddHours(2))));
        Assert.Equal((Noon.AddHours(1), "Helen Shaw"), (question.ClosedUtc!.Value, question.ClosedByName));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_other_side_cannot_close_it_open_or_closed(bool closed)
    {
        var question = Asked(CaseSide.LocalAuthority);
        if (closed) { question.Close(CaseSide.LocalAuthority, "Mohammed Iqbal", Noon); }

        Assert.Throws<DomainRuleException>(() => question.Close(CaseSide.DcoService, "Helen Shaw", Noon));
        Assert.Equal(closed, question.ClosedUtc is not null);
    }

    [Fact]
    public void Nothing_is_said_to_a_closed_question_until_it_is_opened_again()
    {
        var question = Asked(CaseSide.LocalAuthority);
        question.Close(CaseSide.LocalAuthority, "Mohammed Iqbal", Noon);
        Assert.Throws<DomainRuleException>(() => question.Say(CaseSide.DcoService, "Late.", "Helen Shaw", Noon));
        Assert.Single(question.Messages);

        Assert.Equal((true, false), (question.Reopen(), question.Reopen()));
        question.Say(CaseSide.DcoService, "Late.", "Helen Shaw", Noon.AddDays(1));

        Assert.Equal((2, null, null), (question.Messages.Count, question.ClosedUtc, question.ClosedByName));
    }

    private static CaseQuestion Asked(CaseSide by) => new(Guid.NewGuid(), Lives.Case().Keys, by, "Was she seen?", "Mohammed Iqbal", Noon);
}
