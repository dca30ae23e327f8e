using DcoPortal.Casework.Assessments;

namespace DcoPortal.Web.Features.Advice.Check;

/// <summary>One answer that waits to be checked or returned.</summary>
public sealed record CheckRow(Guid Id, string Asked, string Service, AdviceKind Kind, DateOnly DueOn, DateOnly? LocalDueOn, RagStatus Status,
    bool HasExemption, DateOnly SubmittedOn, string SubmittedBy, ReplyCode? Nil, int SentBackCount, bool IsAccepted)
{
    /// <summary>Who answered, with the service where that is somebody of it.</summary>
    public string Who => Service.StartsWith(Asked, StringComparison.Ordinal) ? Service : $"{Asked}, {Service}";

    /// <summary>The day of the answer, and by whom where that is not who was asked.</summary>
    public string Answered => UkText.ShortDate(SubmittedOn) + (SubmittedBy == Asked ? "" : $" by {SubmittedBy}");
}

/// <summary>One child with every answer that waits, and who has not answered yet.</summary>
public sealed record CheckChild(ChildLine Child, string Authority, IReadOnlyList<CheckRow> Answers, IReadOnlyList<AwaitedAnswer> Awaited)
{
    /// <summary>The accepted answers, which can be returned together.</summary>
    public IReadOnlyList<Guid> Accepted => [.. Answers.Where(a => a.IsAccepted).Select(a => a.Id)];
}

/// <summary>A service that has not answered yet.</summary>
/// <param name="Service">The service and its provider.</param>
/// <param name="DueOn">The due date (Europe/London).</param>
/// <param name="IsSent">Whether it was asked, and did not give the request back.</param>
public sealed record AwaitedAnswer(string Service, DateOnly DueOn, bool IsSent)
{
    /// <summary>The line of a list.</summary>
    public string Words => IsSent ? $"{Service} (due {UkText.ShortDate(DueOn)})" : $"{Service} (not sent)";
}

/// <summary>The children with answers waiting, the most urgent first.</summary>
/// <param name="List">The children.</param>
/// <param name="Answers">How many answers are on the page.</param>
/// <param name="Only">Only what is to check, or to return; null for both.</param>
/// <param name="Today">Today in Europe/London.</param>
/// <param name="MayReturn">Whether the person may return answers.</param>
public sealed record CheckListPage(ListPage<CheckChild> List, int Answers, RequestStage? Only, DateOnly Today, bool MayReturn);

/// <summary>The answer to check next.</summary>
/// <param name="Id">The request.</param>
/// <param name="IsSameChild">Whether it is of the child whose answer was just checked.</param>
public sealed record NextAnswer(Guid Id, bool IsSameChild);

/// <summary>The button that returns every accepted answer of one child.</summary>
/// <param name="Reference">The assessment.</param>
/// <param name="Requests">The accepted answers.</param>
/// <param name="Authority">Who gets them.</param>
/// <param name="ToList">Whether the list is shown again afterwards.</param>
public sealed record ReturnTogether(string Reference, IReadOnlyList<Guid> Requests, string Authority, bool ToList);
