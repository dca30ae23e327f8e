using System.Globalization;
using System.Net;
using DcoPortal.Benchmarks.Data;
using DcoPortal.Benchmarks.Portal;

namespace DcoPortal.Benchmarks.Writes;

/// <summary>An authority logs a notification with a file of a megabyte.</summary>
internal sealed class Notifications(Visitor caseworker, DateOnly today)
{
    // none of the numbers that the made cases have
    private const int FirstChild = 5_000_000;

    /// <summary>The references of what was logged, for those who ask for advice.</summary>
    public List<string> Logged { get; } = [];

    public async Task<TimeSpan> LogAsync(int number)
    {
        var form = await FormAsync();
        var file = new FormFile("Files", $"report {number}.pdf", OnePdf.Of(number));
        var sent = await caseworker.SubmitAsync(form, Typed(FirstChild + number), new FormToSend(Button: "check", File: file));
        var check = sent.Redirect is { } to ? await caseworker.OpenAsync(to) : throw new InvalidOperationException($"The notification was not taken: {new Opened(form.Path, Visitor.Parse(sent)).Errors}");
        var confirmed = await caseworker.SubmitAsync(check, []);
        if (confirmed.Status != HttpStatusCode.Redirect) { throw new InvalidOperationException($"The notification was not logged: {new Opened(check.Path, Visitor.Parse(confirmed)).Errors}"); }
        Logged.Add((await caseworker.OpenAsync(confirmed.Redirect!)).Find("a.nhsuk-button").GetAttribute("href")!.Split('/')[^1]);
        return sent.Took + confirmed.Took;
    }

    // where there are drafts already, a page asks first
    private async Task<Opened> FormAsync()
    {
        var page = await caseworker.OpenAsync("/assessments/log");
        if (page.All("#Child_Forenames").Count > 0) { return page; }
        return await caseworker.OpenAsync((await caseworker.SubmitAsync(page, [])).Redirect!);
    }

    private Dictionary<string, string> Typed(int number)
    {
        var (surname, forename) = Names.Of(number);
        return new Dictionary<string, string>
        {
            ["Child.Forenames"] = forename,
            ["Child.LegalSurname"] = surname,
            ["Child.NhsNumber"] = Names.NhsNumber(number),
            ["Child.Postcode"] = "PR1 8XJ",
            ["Request.Source"] = "Parent",
            ["Request.Decision"] = "Assess",
            ["Request.PrimaryNeed"] = "SLCN",
            ["Family.ParentName"] = $"Ada {surname}",
            ["Family.Sharing"] = "Agreed",
            ["Family.Views"] = "Loves water and music.",
            ["Setting.Name"] = "Moorside Primary School",
            ["Setting.YearGroup"] = "Year 3",
        }.With("Child.DateOfBirth", today.AddYears(-8)).With("Request.Received", today.AddDays(-20)).With("Request.DecisionOn", today.AddDays(-1));
    }
}

file static class Dates
{
    public static Dictionary<string, string> With(this Dictionary<string, string> values, string field, DateOnly day)
    {
        values[$"{field}.Day"] = day.Day.ToString(CultureInfo.InvariantCulture);
        values[$"{field}.Month"] = day.Month.ToString(CultureInfo.InvariantCulture);
        values[$"{field}.Year"] = day.Year.ToString(CultureInfo.InvariantCulture);
        return values;
    }
}
