using System.Text;
using DcoPortal.Domain.Requests;
using DcoPortal.Domain.Statutory;
using DcoPortal.Tests.Support;

namespace DcoPortal.Tests.Domain.Requests;

public sealed class RequestLifeDocumentTests
{
    [Fact]
    public void The_printed_life_of_a_request_is_the_one_in_the_code() => Repository.AssertDocument("request-life.md", Document());

    private static string Document()
    {
        var stages = Enum.GetValues<RequestStage>();
        var text = new StringBuilder();
        text.Append("# The life of a request for advice\n\nMade from the code (`RequestMoves.Data.cs`) and held to it by tests: do not edit by hand. To renew it, run the tests once with `").Append(Repository.UpdateDocs).Append("=1`.\n\n")
            .Append("Where a request stands is stored, and only a move of this table changes it. Whether it is late is no stage: that follows from its stage, its due date and the day. ")
            .Append("Every move is kept with its instant, who had the request then and what was said; a later round erases nothing of an earlier one.\n\n## Where it stands\n\n| Stage | Meaning | On tiles and lists |\n| --- | --- | --- |\n");
        foreach (var stage in stages) { Line(text, $"| {Words(stage)} | {Meaning(stage)} | {Boxes(stage)} |"); }
        text.Append("\n## What can happen, in which stage\n\n\"Can\" says that it can, \"done\" that it was done already (again changes nothing), a dash that it is refused.\n\n| Move |");
        foreach (var stage in stages) { text.Append(' ').Append(Words(stage)).Append(" |"); }
        text.Append("\n| --- |").Insert(text.Length, " --- |", stages.Length).Append('\n');
        foreach (var rule in RequestMoves.All)
        {
            text.Append("| ").Append(Words(rule.Move)).Append(" |");
            foreach (var stage in stages) { text.Append(rule.In(stage) switch { MoveVerdict.Possible => " can |", MoveVerdict.Already => " done |", _ => " – |" }); }
            text.Append('\n');
        }

        text.Append("\n## What can be taken back\n\nFor 30 seconds by whoever did it, together with everything that came of it, and only while nothing else has happened: ")
            .AppendJoin(", ", RequestMoves.All.Where(r => r.TakenBackBy is not null).Select(r => $"{Words(r.Move).ToLowerInvariant()} (by the move \"{Words(r.TakenBackBy!.Value).ToLowerInvariant()}\")")).Append(".\n");
        text.Append("\n## What each move is\n\n| Move | What happens | Then it is | Event in the audit trail | Also refused when | What a person reads who tries it too late |\n| --- | --- | --- | --- | --- | --- |\n");
        foreach (var rule in RequestMoves.All)
        {
            Line(text, $"| {Words(rule.Move)} | {rule.Who} {rule.Does}. | {(rule.To is { } to ? Words(to) : rule.LeadsBack ? "as it was before the move taken back" : "as it was")}{(rule.BeginsRound ? ", a new round" : "")} | `{rule.Fact.Name}` | {rule.Unless ?? "–"} | {rule.Refusal} |");
        }

        return text.ToString();
    }

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');

    private static string Words(Enum value) => string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? " " + char.ToLowerInvariant(c) : c.ToString()));

    private static string Boxes(RequestStage stage) => string.Join(", ", new[] { AdviceKind.Statutory, AdviceKind.EarlyInformation }
        .SelectMany(kind => new[] { -1, 0, TrafficLight.DueSoonDays + 1 }.Select(days => TrafficLight.On(Lives.Today).BoxOf(stage, kind, Lives.Today.AddDays(days))))
        .Distinct().Order().Select(b => Words(b)));

    private static string Meaning(RequestStage stage) => stage switch
    {
        RequestStage.ToSend => "Prepared and not yet sent: nobody at the service sees it.",
        RequestStage.GivenBack => "Given back by the service as not theirs: the DCO service asks somebody else, or sends it again.",
        RequestStage.WithService => "With the service, which owes an answer.",
        RequestStage.ToCheck => "Answered: an administrator checks it.",
        RequestStage.ToReturn => "Accepted: to be returned to the authority.",
        RequestStage.Returned => "Returned to the authority: health has complied.",
        RequestStage.Reopened => "Returned before: the service is asked for a new version or an addendum. Never overdue, because health complied, in time or late, with the first return.",
        RequestStage.Closed => "Closed without an answer.",
        _ => throw new ArgumentOutOfRangeException(nameof(stage)),
    };
}
