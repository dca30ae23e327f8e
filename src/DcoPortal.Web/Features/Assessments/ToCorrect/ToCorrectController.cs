using DcoPortal.Casework.Assessments;

namespace DcoPortal.Web.Features.Assessments.ToCorrect;

/// <summary>Takes something that an import could not read off the case's list of what is to be corrected.</summary>
[Area("Assessments"), Allow(Permission.RecordDecision)]
public sealed class ToCorrectController(ToCorrectHandler handler) : Controller
{
    /// <summary>Says that one of them has been dealt with.</summary>
    [HttpPost("/assessments/{reference}/to-correct")]
    public async Task<IActionResult> Done(string reference, string? field, string? given, CancellationToken ct) =>
        this.Answer(await handler.HandleAsync(reference, field ?? "", given, ct), () => this.Success($"{(string.IsNullOrEmpty(field) ? "It" : field)} is no longer on the list to correct. It stands under “Dealt with”, from where it can be put back.", Addresses.Assessment(reference)));

    /// <summary>Says that one of them is to be corrected after all.</summary>
    [HttpPost("/assessments/{reference}/to-correct/put-back")]
    public async Task<IActionResult> PutBack(string reference, string? field, string? given, CancellationToken ct) =>
        this.Answer(await handler.PutBackAsync(reference, field ?? "", given ?? "", ct), () => this.Success($"{(string.IsNullOrEmpty(field) ? "It" : field)} is on the list to correct again.", Addresses.Assessment(reference)));
}
