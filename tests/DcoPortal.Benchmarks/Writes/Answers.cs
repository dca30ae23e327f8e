using System.Net;
using DcoPortal.Benchmarks.Portal;

namespace DcoPortal.Benchmarks.Writes;

/// <summary>A clinician writes advice and submits it.</summary>
internal sealed class Answers(Visitor clinician)
{
    private static readonly string Words = string.Join(' ', Enumerable.Repeat("Moves with care, tires early and needs a quiet place to rest.", 12));

    public async Task<TimeSpan> AnswerAsync(Guid request)
    {
        var page = await clinician.OpenAsync($"/advice-requests/{request}/respond");
        // the same words in two cases would be told
        var typed = new[] { "Basis", "Needs", "Outcomes", "Provision" }.ToDictionary(f => f, f => $"{Words} {f} of {request}.");
        var saved = await clinician.SubmitAsync(page, typed, new FormToSend("main form[enctype]", Button: "check"));
        var check = saved.Redirect is { } to ? await clinician.OpenAsync(to) : throw new InvalidOperationException($"The answer was not taken: {new Opened(page.Path, Visitor.Parse(saved)).Errors}");
        var submitted = await clinician.SubmitAsync(check, [], new FormToSend("main form[action$='/respond/check']"));
        return submitted.Status == HttpStatusCode.Redirect ? saved.Took + submitted.Took : throw new InvalidOperationException($"The answer was not submitted: {new Opened(check.Path, Visitor.Parse(submitted)).Errors}");
    }
}
