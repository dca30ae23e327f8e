using DcoPortal.Casework.Transfers;
using DcoPortal.Web.Parts.Worklist;

namespace DcoPortal.Web.Features.Home.Worklist;

/// <summary>The cases that another authority sent, which nobody has taken or sent back: by reference, nothing of the child.</summary>
public sealed class SentCasesHomeQuery(PortalDb db, AccessScope scope)
{
    /// <summary>None where none waits.</summary>
    public async Task<IEnumerable<HomeSection>> SectionsAsync(CancellationToken ct)
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
}
