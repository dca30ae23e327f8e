namespace DcoPortal.Web.Features.Advice.Acknowledge;

/// <summary>With one click the service says that it has a request.</summary>
[Area("Advice"), Allow(Permission.RespondToRequest)]
public sealed class AcknowledgeController(AcknowledgeHandler handler) : Controller
{
    /// <summary>Acknowledges. A second click shows the same result.</summary>
    [HttpPost("/advice-requests/{id:guid}/acknowledge")]
    public async Task<IActionResult> Index(Guid id, CancellationToken ct)
    {
        var outcome = await handler.HandleAsync(id, ct);
        return this.Answer(outcome.Of, () => this.Success(outcome.Value!, Addresses.AdviceRequest(id)), refused: _ =>
        {
            return this.Notice("This request is not waiting for an answer any more. Nothing was changed.", Addresses.AdviceRequest(id));
        });
    }
}
