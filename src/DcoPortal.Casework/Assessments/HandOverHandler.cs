using DcoPortal.Casework.Undoing;

namespace DcoPortal.Casework.Assessments;

/// <summary>What was handed over.</summary>
/// <param name="Cases">How many cases changed hands.</param>
/// <param name="To">Whose they are now, or null for nobody's.</param>
/// <param name="Left">How many more wait for a second time, because one save hands over so many and no more.</param>
/// <param name="Undo">What the Undo button names, or null.</param>
/// <param name="From">Whose they were, a name for each, for who ticked them on a list that was older.</param>
/// <param name="Unread">The families' wishes that are to be read first: then nothing was handed over. Null otherwise.</param>
public sealed record HandedOver(int Cases, string? To, int Left, Guid? Undo = null, IReadOnlyList<string>? From = null, WishesToRead? Unread = null);

/// <summary>Hands cases to a colleague of the same authority, or to nobody. No email: the team's inbox hears of each case as before.</summary>
public sealed class HandOverHandler(PortalDb db, Change change, UndoSteps undo, AuditTrail audit)
{
    /// <summary>The most cases of one save.</summary>
    public const int Most = 1000;

    /// <summary>Hands over the cases that were ticked, or one.</summary>
    /// <param name="references">The cases.</param>
    /// <param name="to">The colleague's account, or null for nobody.</param>
    /// <param name="wishRead">The mark of the families' wishes that the person has read; null for none.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Already when each is theirs; not found when a case is not in scope or nobody of the authority has that account.</returns>
    public Task<Outcome<HandedOver>> TheseAsync(IReadOnlyCollection<string> references, Guid? to, string? wishRead, CancellationToken ct)
    {
        string[] named = [.. references.Distinct().Take(Most)];
        return GiveAsync(to, db.Assessments.Where(a => named.Contains(a.Reference)), named.Length, wishRead, ct);
    }

    /// <summary>Hands over every open case of a person, or of nobody: when somebody leaves, or the cases of an import are shared out.</summary>
    /// <param name="from">Whose cases, or null for those without an owner.</param>
    /// <param name="to">The colleague's account, or null for nobody.</param>
    /// <param name="wishRead">The mark of the families' wishes that the person has read; null for none.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Outcome<HandedOver>> AllOfAsync(Guid? from, Guid? to, string? wishRead, CancellationToken ct) =>
        GiveAsync(to, db.Assessments.StillOpen().Where(a => a.OwnerUserId == from), null, wishRead, ct);

    private Task<Outcome<HandedOver>> GiveAsync(Guid? to, IQueryable<Assessment> which, int? expected, string? wishRead, CancellationToken ct) => change.MakeAsync<HandedOver>(async () =>
    {
        var owner = to is { } id ? await CaseOwners.Able(db.Users.AsNoTracking()).Where(u => u.Id == id).Select(u => new CaseOwner(u.Id, u.DisplayName, u.LocalAuthorityId)).SingleOrDefaultAsync(ct) : null;
        if (to is not null && owner is null) { return Outcome.NotFound; }
        var cases = await which.OrderBy(a => a.Reference).Take(Most).ToListAsync(ct);
        if (expected is { } count && cases.Count != count) { return Outcome.NotFound; }
        // a colleague sees every case of the authority; it is whose hands it is given into that the family may mind
        var wishes = WishesToRead.Of(owner is null ? [] : cases.Where(a => a.OwnerUserId != to));
        if (wishes.Unread(wishRead) is { } unread) { return unread.With(new HandedOver(0, owner?.Name, 0, Unread: wishes)); }
        var total = cases.Count < Most ? cases.Count : await which.CountAsync(ct);
        var owners = cases.Select(a => a.OwnerUserId).Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(u => owners.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, ct);
        List<JustHanded> handed = [];
        foreach (var assessment in cases)
        {
            var before = assessment.OwnerUserId;
            if (assessment.HandOver(owner, before is { } b ? names.GetValueOrDefault(b) : null) is not { } fact) { continue; }
            audit.Record(fact);
            handed.Add(new(assessment.Id, before, to));
        }
        var done = new HandedOver(handed.Count, owner?.Name, total - cases.Count, From: [.. handed.Select(h => h.From is { } was ? names.GetValueOrDefault(was) : null).OfType<string>().Order(StringComparer.Ordinal)]);
        if (handed.Count == 0) { return Outcome.Already.With(done); }
        return done with { Undo = await undo.OfferAsync(new UndoStep { Kind = UndoKind.HandOver, Case = cases[0].Keys, Handed = handed }, ct) };
    }, ct);
}
