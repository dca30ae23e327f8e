using DcoPortal.Casework.Assessments;

namespace DcoPortal.Web.Features.Assessments.ToCorrect;

/// <summary>Takes something that an import could not read off the case's list of what is to be corrected.</summary>
[Area("Assessments"), Allow(Permission.RecordDecision)]
public sealed class ToCorrectController(ToCorrectHandler handler) : Controller
{
    /// <summary>Says that one of them has been dealt with.</summary>
    [HttpPost("/assessments/{reference}/to-correct")]
    public async Task<IActionResult> Done(string reference, string? field, string? given, CancellationToken ct) =>
        this.Answer(await handler.HandleAsync(reference, field ?? "", given, ct), () => this.Success($"{(string.IsNullOrEmpty(field) ? "It" : field)} is no longer on the list to correct.", Addresses.Assessment(reference)));
}
