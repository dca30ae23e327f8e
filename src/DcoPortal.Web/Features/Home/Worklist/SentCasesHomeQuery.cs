using DcoPortal.Casework.Transfers;
using DcoPortal.Web.Parts.Worklist;

namespace DcoPortal.Web.Features.Home.Worklist;

/// <summary>Cases that move between authorities and wait for somebody: sent here, sent back, or not taken yet. By reference, nothing of the child.</summary>
public sealed class SentCasesHomeQuery(PortalDb db, AccessScope scope)
{
    /// <summary>None where none waits.</summary>
    public async Task<IEnumerable<HomeSection>> SectionsAsync(CancellationToken ct) => [.. await HereAsync(ct), .. await AwayAsync(ct)];

    private async Task<IEnumerable<HomeSection>> HereAsync(CancellationToken ct)
    {
        var waiting = db.CaseTransfers.AsNoTracking().SentTo(scope).Where(t => t.State == TransferState.Sent);
        var first = await (from t in waiting
                           join f in db.LocalAuthorities on t.FromAuthorityId equals f.Id
                           orderby t.SentUtc, t.Id
                           select new { t.Id, t.FromReference, From = f.Name, t.SentOn, t.MovedOn, Total = waiting.Count() }).Take(HomeRows.Most).ToListAsync(ct);
        if (first.Count == 0) { return []; }
        return [new("Cases sent to you", first.ConvertAll(t => new HomeItem(Addresses.Transfer(t.Id), t.FromReference, $"Sent by {t.From}")
        {
            ToDo = "Take a case, or send it back",
            Button = "Look",
            Who = t.From,
            WhoNote = $"Yours since {UkText.LongDate(t.MovedOn)}",
            Since = t.SentOn,
            Words = $"Sent on {UkText.LongDate(t.SentOn)}",
        }), "") { SeeAll = Addresses.Transfers, Total = first[0].Total }];
    }

    // the record here has ended, so no other list has it
    private async Task<IEnumerable<HomeSection>> AwayAsync(CancellationToken ct)
    {
        var away = db.NotTakenOf(scope).AsNoTracking();
        var first = await (from t in away
                           join o in db.LocalAuthorities on t.ToAuthorityId equals o.Id
                           orderby t.State == TransferState.SentBack ? 0 : 1, t.SentUtc, t.Id
                           select new { t.FromReference, To = o.Name, t.State, t.SentOn, t.AnsweredOn, Total = away.Count() }).Take(HomeRows.Most).ToListAsync(ct);
        if (first.Count == 0) { return []; }
        return [new("Cases you sent to another authority", first.ConvertAll(t => new HomeItem(Addresses.Assessment(t.FromReference), t.FromReference, t.State == TransferState.SentBack ? $"Sent back by {t.To}" : $"Not taken by {t.To} yet")
        {
            ToDo = t.State == TransferState.SentBack ? "Open a case again that was sent back" : null,
            AtOnce = t.State == TransferState.SentBack,
            Who = t.To,
            WhoNote = t.State == TransferState.SentBack ? "Says that it is not theirs" : "Has not taken it yet",
            Since = t.State == TransferState.SentBack ? t.AnsweredOn : t.SentOn,
            Words = t.State == TransferState.SentBack ? $"Sent back on {UkText.LongDate(t.AnsweredOn)}" : $"Sent on {UkText.LongDate(t.SentOn)}",
            Trouble = t.State == TransferState.SentBack ? "In nobody’s work" : null,
        }), "") { SeeAll = Addresses.TransfersAway, Total = first[0].Total }];
    }
}
