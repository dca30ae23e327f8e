using DcoPortal.Casework.Questions;
using DcoPortal.Domain.Questions;

namespace DcoPortal.Web.Parts.Worklist;

/// <summary>The questions in a worklist: to answer, answered, and waiting for the other side. Both sides see a question until it is closed.</summary>
public sealed class QuestionHomeQuery(PortalDb db, QuestionRowsQuery rows, CurrentPerson person)
{
    /// <summary>The sections that the person's own side must act on, and those that wait for the other side; empty when no question is open.</summary>
    public async Task<(IReadOnlyList<HomeSection> Ours, IReadOnlyList<HomeSection> Theirs)> SectionsAsync(CancellationToken ct)
    {
        var (side, other) = (QuestionSides.Of(person), QuestionSides.Of(person).Other());
        var open = db.Questions.Waiting(db);
        var counts = await open.GroupBy(q => new { q.AskedBy, q.WaitsFor }).Select(g => new { g.Key.AskedBy, g.Key.WaitsFor, Count = g.Count() }).ToListAsync(ct);
        int Count(Func<CaseSide, CaseSide, bool> which) => counts.Where(c => which(c.AskedBy, c.WaitsFor)).Sum(c => c.Count);
        var toAnswer = await SectionAsync("Questions for you to answer", "Answer a question", Count((by, waits) => by == other && waits == side), open.In(QuestionLine.ToAnswer, side), QuestionLine.ToAnswer, ct);
        var answered = await SectionAsync("Answers to your questions", "Read an answer", Count((by, waits) => by == side && waits == side), open.In(QuestionLine.Answered, side), QuestionLine.Answered, ct);
        var waiting = await SectionAsync($"Questions that wait for {other.Name()}", null, Count((_, waits) => waits == other), open.In(QuestionLine.Waiting, side), QuestionLine.Waiting, ct);
        return ([.. toAnswer, .. answered], waiting);
    }

    private async Task<IReadOnlyList<HomeSection>> SectionAsync(string heading, string? toDo, int count, IQueryable<CaseQuestion> questions, QuestionLine line, CancellationToken ct)
    {
        if (count == 0) { return []; }
        var items = await rows.RowsAsync(questions, 0, HomeRows.Most, ct);
        return [new(heading, [.. items.Select(q => Item(q) with { ToDo = toDo })], "") { Group = "Questions", SeeAll = $"{Addresses.Questions}?show={line}", Total = count }];
    }

    private static HomeItem Item(QuestionRow q)
    {
        var said = $"{(q.Messages == 1 ? "Asked" : "Last reply")} on {UkText.LongDate(UkClock.DateOf(q.LastSaidUtc))}";
        return new(Addresses.Question(q.Id), q.ChildName, q.Authority)
        {
            Button = q.AskedBy == q.Reader ? "Read" : "Answer",
            Child = q.Child,
            Who = q.AskedBy == q.Reader ? "You asked" : q.AskedBy == CaseSide.DcoService ? "DCO service" : q.Authority,
            WhoNote = said,
            Since = UkClock.DateOf(q.LastSaidUtc),
            Words = said,
        };
    }
}
