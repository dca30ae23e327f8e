using System.Data.Common;
using DcoPortal.Casework.Documents.Storage;
using DcoPortal.Casework.Transfers;
using DcoPortal.Domain;
using Microsoft.Data.Sqlite;

namespace DcoPortal.Web.Platform.Ui;

/// <summary>One friendly page for a failure: what happened, what was kept, what to do.</summary>
/// <param name="Status">HTTP status code.</param>
/// <param name="Title">The page's heading.</param>
/// <param name="Paragraphs">Plain sentences, the reassurance included.</param>
public sealed record ErrorPage(int Status, string Title, params string[] Paragraphs)
{
    /// <summary>The id by which support finds the failure in the log; null when the portal did not fail.</summary>
    public string? RequestId { get; init; }

    /// <summary>The form that failed, returned to its sender; null when there was none.</summary>
    public FailedForm? Form { get; init; }

    /// <summary>Where the person goes on, and the words of that link; null when nowhere in particular.</summary>
    public (string Href, string Words)? Onward { get; init; }

    /// <summary>Whether sending the same form again may help.</summary>
    public bool CanBeSentAgain => Status >= 500;
}

/// <summary>The words for each failure, in one place.</summary>
public static class ErrorPages
{
    /// <summary>The name under which a request keeps the page to show instead of its status's own.</summary>
    public const string Instead = "error-page";

    /// <summary>The page for a form whose record cannot be opened any more: it was there when the form was.</summary>
    public static ErrorPage ForGone { get; } = new(404, "This can no longer be opened",
        "It was withdrawn, closed or passed on while this page was open, or the address is not complete. It may also belong to another organisation.",
        "What you sent was not saved. Nothing was changed.");

    /// <summary>The page for a link to a paper that was withdrawn since.</summary>
    public static ErrorPage ForWithdrawn(WithdrawnPaper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        return new(404, "This was withdrawn", $"The DCO service of {paper.By} withdrew it on {UkText.LongDateTime(paper.WithdrawnUtc)}. It is closed here. Do not use it, and delete every copy.",
            $"Ask them about it{(paper.Inbox is null ? "" : $": {paper.Inbox}")}.")
        { Onward = paper.RequestId is { } request ? (Addresses.AdviceRequest(request), "Go to the request") : (Addresses.Assessment(paper.Reference), $"Go to {paper.Reference}") };
    }

    /// <summary>The page for an authority that follows a link to a case that was never its own.</summary>
    /// <param name="on">When it was taken away (Europe/London).</param>
    public static ErrorPage ForNotTheirs(DateOnly on) => new(404, "This case was recorded for you by mistake",
        $"The DCO service recorded it under your authority, and put it under the right one on {UkText.LongDate(on)}. Nothing of it is yours.",
        "Delete everything of it that was saved, printed or sent on. Ask the DCO service if you think that it is your case.");

    /// <summary>The page for a form that was open while its case was put under the right authority.</summary>
    /// <param name="reference">The reference it has now.</param>
    public static ErrorPage ForMisplaced(string reference) => new(409, "This case has another reference now",
        "It had been recorded under the wrong authority, and a colleague put that right while this page was open. What you sent was not saved.",
        "Copy what you typed from below, and enter it there.")
    { Onward = (Addresses.Assessment(reference), $"Go to {reference}") };

    /// <summary>The page for a form that came too late: somebody had done something about the same record that it did not show.</summary>
    /// <param name="happened">Who did what, in whole sentences.</param>
    public static ErrorPage ForLate(string happened) => new(409, "Somebody else was first", happened,
        "What you sent was not saved. Copy what you typed from below if you may need it again.");

    /// <summary>The page for a button that does not save what was typed beside it.</summary>
    public static ErrorPage ForUnsent { get; } = new(409, "You have typed something that this button does not save",
        "Nothing was done yet, because what you typed would have been lost.",
        "Go back in your browser and save or send it first, or clear it. Then press the button again. Here is what you typed, to copy.");

    /// <summary>The page for a form about a request that was closed while the form was open.</summary>
    /// <param name="href">The request.</param>
    public static ErrorPage ForClosed(string href) => new(409, "This request was closed while you were writing",
        "The DCO service closed it or needs nothing more, or the assessment has ended. What you sent was not saved.",
        "Copy what you typed from below if you may need it again. Tell the DCO service if it should be known all the same.")
    { Onward = (href, "Go to the request") };

    /// <summary>The page for a form about a request that was closed because its case moved.</summary>
    /// <param name="href">The request.</param>
    /// <param name="to">The authority or board with which the case goes on.</param>
    public static ErrorPage ForClosedByMove(string href, string to) => new(409, "This request was closed while you were writing",
        $"The case has moved to {to}. What you sent was not saved.",
        "Copy what you typed from below if you may need it again: if they need it, they ask you anew.")
    { Onward = (href, "Go to the request") };

    /// <summary>The page for a form about a request that somebody answered while the form was open.</summary>
    /// <param name="who">Who answered, and when.</param>
    /// <param name="next">What to do if what was typed is needed all the same.</param>
    public static ErrorPage ForAnswered(string who, string next) => new(409, "This request was answered while you were writing",
        $"{who} What you sent was not saved.", $"Copy what you typed from below if you may need it again. {next}");

    /// <summary>The page for a form that was open while its case became part of another.</summary>
    /// <param name="href">The page that says which.</param>
    public static ErrorPage ForMerged(string href) => new(409, "This case has become part of another",
        "A colleague merged it while this page was open. What you sent was not saved.",
        "Copy what you typed from below, and enter it on the case that it is part of now.")
    { Onward = (href, "Where the case is now") };

    /// <summary>The page for a notification form that was open while the notification was logged in another window.</summary>
    /// <param name="reference">The case that it became.</param>
    public static ErrorPage ForLogged(string reference) => new(409, "This notification was logged meanwhile",
        $"It is {reference} now, as it stood in the window in which you logged it. What you typed here since is not in it, nor a file that you chose here.",
        "Compare what you typed with the case, and add what is missing there.")
    { Onward = (Addresses.AssessmentCorrectDetails(reference), $"Correct or add details of {reference}") };

    /// <summary>The page for what would be said on a record whose case goes on elsewhere.</summary>
    /// <param name="to">Where it goes on.</param>
    /// <param name="reference">The record that was to be changed.</param>
    public static ErrorPage ForMoved(WhereItGoesOn to, string reference)
    {
        ArgumentNullException.ThrowIfNull(to);
        return new(409, "This case goes on elsewhere",
            $"{reference} has moved to {to.With} as {to.Reference}. What is recorded here would reach nobody who works on it now, so nothing was saved.",
            to.Now is { } now ? $"Record it on {now}, under which you have the case now." : $"Tell them now: {to.Inbox}. An objection to sharing counts there only once they have recorded it.")
        { Onward = (Addresses.Assessment(to.Now ?? reference), to.Now is { } there ? $"Go to {there}" : $"Back to {reference}") };
    }

    /// <summary>The page for a status code; an unknown code gets the nearest of 400 and 500.</summary>
    public static ErrorPage For(int status) => status switch
    {
        403 => new(403, "You do not have access to this page",
            "Your role does not include this page or action. Nothing was changed.",
            "If you need it, ask your organisation's administrator or the DCO service."),
        404 or 405 => new(404, "Page not found",
            "Check that the address is correct and complete.",
            "The record may also belong to another organisation. Nothing was changed."),
        409 => new(409, "Somebody else changed this first",
            "Another person changed the same record. Your change was not saved, so that theirs is not lost.",
            "Open the record again and make your change there."),
        413 => new(413, "The files are too large",
            "A file can be up to 25 MB. Nothing was saved.",
            "Go back and choose a smaller file, or send them one at a time."),
        429 => new(429, "Too many attempts",
            "We limit how often this can be done. Nothing was changed.",
            "Wait a minute, then try again."),
        503 => new(503, "The service is not available for the moment",
            "We could not reach our database or document store. What you sent was not saved, and nothing already saved was lost.",
            "Wait a minute, then try again."),
        >= 400 and < 500 => new(status, "We could not accept that request",
            "The page may have been open for long, or the link was not complete. Nothing was changed.",
            "Go back, reload the page and try again."),
        _ => new(status, "There is a problem with the service",
            "It was not completed, and nothing already saved was lost.",
            "Try again. If it happens again, contact us."),
    };

    /// <summary>The page for a failure: one with its own words, or the page of its status. Nothing was changed, because a handler saves once.</summary>
    public static ErrorPage For(Exception exception) => Explain(exception) ?? For(StatusOf(exception));

    /// <summary>Whether a failure is part of ordinary work and needs no investigation.</summary>
    public static bool IsExpected(Exception exception) => Explain(exception)?.Status < 500;

    /// <summary>
    /// The status code for an exception: a lost edit race 409, a database or disk that cannot be reached 503, a large upload 413.
    /// A broken rule of the database, such as a foreign key, is the portal's fault: 500.
    /// </summary>
    public static int StatusOf(Exception exception) => Explain(exception)?.Status ?? exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        InvalidDataException => StatusCodes.Status413PayloadTooLarge,
        _ when LostRaces.IsOvertaken(exception) => StatusCodes.Status409Conflict,
        _ when LostRaces.CauseOf(exception) is { } cause => IsAway(cause) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError,
        DbException or IOException => StatusCodes.Status503ServiceUnavailable,
        // a database that is down may hide inside another library's exception, for example while it reads the key ring
        { InnerException: { } inner } => StatusOf(inner),
        _ => StatusCodes.Status500InternalServerError,
    };

    private static ErrorPage? Explain(Exception exception) => exception switch
    {
        DomainRuleException rule => new(409, "That cannot be done now", rule.Message),
        _ when LostRaces.IsTaken(exception) => new(409, "That has already been done",
            "Perhaps by a double click. Nothing was done twice."),
        DocumentStoreUnavailableException store => new(503, "Documents cannot be saved or opened at the moment", store.Message),
        _ => null,
    };

    // SQLite: busy, locked, input/output error, full, cannot open
    private static bool IsAway(DbException cause) => cause is SqliteException { SqliteErrorCode: 5 or 6 or 10 or 13 or 14 } || cause.IsTransient;
}
