using DcoPortal.Casework.Accounts;

namespace DcoPortal.Web.Features.Calendar.Address;

/// <summary>The private address of the person's own calendar feed, for people who have deadlines of their own.</summary>
[Area("Calendar")]
public sealed class AddressController(CalendarAddressHandler handler) : Controller
{
    /// <summary>Whether the person has an address.</summary>
    [HttpGet("/account/calendar"), Allow(Permission.ViewAdviceRequests)]
    public async Task<IActionResult> Index(CancellationToken ct) => View(new AddressPage(await handler.MadeAsync(ct), null));

    /// <summary>Makes a new address and shows it, once.</summary>
    [HttpPost("/account/calendar"), Allow(Permission.ViewAdviceRequests)]
    public async Task<IActionResult> Make(CancellationToken ct) =>
        await this.AnswerAsync(await handler.MakeAsync(ct), async address => View("Index", new AddressPage(await handler.MadeAsync(ct), address)));

    /// <summary>Revokes the address.</summary>
    [HttpPost("/account/calendar/revoke"), Allow(Permission.ViewAdviceRequests)]
    public async Task<IActionResult> Revoke(CancellationToken ct) => this.Answer(await handler.RevokeAsync(ct), () => this.Success("The calendar address no longer works. Remove the calendar from your calendar program", Addresses.AccountCalendar));
}
