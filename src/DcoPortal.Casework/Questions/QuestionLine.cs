using DcoPortal.Domain.Questions;

namespace DcoPortal.Casework.Questions;

/// <summary>What of the open questions waits for whom.</summary>
public enum QuestionLine
{
    /// <summary>The other side asked, and waits for an answer.</summary>
    ToAnswer,

    /// <summary>The person's own side asked, and the other has answered.</summary>
    Answered,

    /// <summary>The other side has to answer.</summary>
    Waiting,
}

/// <summary>The one place that the home page and the list behind its "See all" share.</summary>
public static class QuestionLines
{
    /// <summary>The open questions of a line, as a side sees them.</summary>
    public static IQueryable<CaseQuestion> In(this IQueryable<CaseQuestion> open, QuestionLine line, CaseSide side)
    {
        var other = side.Other();
        return line switch
        {
            QuestionLine.ToAnswer => open.Where(q => q.AskedBy == other && q.WaitsFor == side),
            QuestionLine.Answered => open.Where(q => q.AskedBy == side && q.WaitsFor == side),
            _ => open.Where(q => q.WaitsFor == other),
        };
    }

    /// <summary>The line in words, above its list.</summary>
    public static string Words(this QuestionLine line) => line switch
    {
        QuestionLine.ToAnswer => "questions for you to answer",
        QuestionLine.Answered => "answers to your questions",
        _ => "questions that wait for the other side",
    };
}
