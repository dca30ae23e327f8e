using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Documents.Storage;
using DcoPortal.Casework.Notifications.Importing.Reading;

namespace DcoPortal.Casework.Notifications.Importing.Planning;

/// <summary>Reads an import's file again and says what will become, or became, of each row. Saves nothing.</summary>
public sealed class ImportPlanQuery(PortalDb db, IDocumentStore store, DirectoryIndex directory, UkClock clock)
{
    private const int MostNotFound = 30;

    /// <summary>The plan by today's date; for a finished import by the day on which it was done.</summary>
    /// <returns>Null when the file has been deleted.</returns>
    /// <exception cref="DocumentStoreUnavailableException">The store is away.</exception>
    public async Task<ImportPlan?> ForAsync(ImportBatch batch, CancellationToken ct)
    {
        if (await BytesAsync(batch, ct) is not { } bytes) { return null; }
        var finished = batch is { FinishedUtc: not null, Failure: null };
        var reading = NotificationSpreadsheet.Read(bytes, finished ? UkClock.DateOf(batch.FinishedUtc!.Value) : clock.Today);
        var ids = reading.Rows.ToDictionary(r => r.Line, r => ImportedDetails.IdOf(batch.Id, r.Line));
        var known = await KnownCases.LoadAsync(db, ids.Values.ToHashSet(), ct);
        await directory.LoadAsync(ct);
        var owners = await OwnersAsync(reading, ct);
        return WithDirectory(new(reading, [.. reading.Rows.Select(r => Planned(r, ids[r.Line], known, owners, finished))]));
    }

    private async Task<byte[]?> BytesAsync(ImportBatch batch, CancellationToken ct)
    {
        if (batch.StorageKey.Length == 0) { return null; }
        await using var content = await store.OpenAsync(batch.StorageKey, ct);
        using var memory = new MemoryStream();
        await content.CopyToAsync(memory, ct);
        return memory.ToArray();
    }

    // the colleagues that the file names: of the person's own authority alone, by exact address
    private async Task<IReadOnlyDictionary<string, CaseOwner>> OwnersAsync(ImportReading reading, CancellationToken ct)
    {
        if (!reading.Rows.Any(r => r.Notification?.CaseOwnerEmail is not null)) { return new Dictionary<string, CaseOwner>(); }
        var colleagues = await CaseOwners.Able(db.Users.AsNoTracking()).Where(u => u.NormalizedEmail != null).Select(u => new { u.NormalizedEmail, u.Id, u.DisplayName, u.LocalAuthorityId }).ToListAsync(ct);
        return colleagues.ToDictionary(c => c.NormalizedEmail!, c => new CaseOwner(c.Id, c.DisplayName, c.LocalAuthorityId), StringComparer.OrdinalIgnoreCase);
    }

    private static PlannedRow Planned(ImportRowVerdict row, Guid id, KnownCases known, IReadOnlyDictionary<string, CaseOwner> owners, bool finished)
    {
        var said = row.Problems.Select(p => p.ToString()).ToList();
        if (row.Notification is not { } notification)
        {
            return new() { Verdict = row, AssessmentId = id, Fate = RowFate.Refused, Reasons = said };
        }
        var owner = notification.CaseOwnerEmail is { } email ? owners.GetValueOrDefault(email) : null;
        if (notification.CaseOwnerEmail is not null && owner is null) { said.Add($"{NotificationColumns.CaseOwner}: no colleague has this address, so the case will be nobody's"); }
        var details = ImportedDetails.Of(notification) with { Owner = owner };
        if (known.ReferenceOf(id) is { } imported)
        {
            known.AddRow(row.Line, imported, details);
            return new() { Verdict = row, AssessmentId = id, Fate = RowFate.Imported, Reasons = said, Reference = imported, Details = details };
        }
        if (AlreadyThere(details, known) is var (reason, there))
        {
            return new() { Verdict = row, AssessmentId = id, Fate = RowFate.AlreadyThere, Reasons = [reason], Reference = there.Reference, Details = details };
        }
        // once the import is finished, a row that is not in the portal was not imported, even if today's rules would allow it
        if (finished) { return new() { Verdict = row, AssessmentId = id, Fate = RowFate.Refused, Reasons = ["Not imported"], Details = details }; }

        // only cases of the portal: the file's reader has already warned of the same child in two rows
        var same = known.OfChild(details.Child).FirstOrDefault(c => c.Reference is not null);
        if (same is not null) { said.Add($"possible duplicate: same child as {same.Name}, whose clock started on another day"); }
        known.AddRow(row.Line, null, details);
        return new()
        {
            Verdict = row,
            AssessmentId = id,
            Fate = said.Count > 0 ? RowFate.Warning : RowFate.Good,
            Reasons = said,
            Reference = same?.Reference,
            Details = details,
        };
    }

    private static (string Reason, KnownCase There)? AlreadyThere(NotificationDetails details, KnownCases known)
    {
        if (known.WithReference(details.AuthorityReference) is { } byReference)
        {
            return ($"Already in the portal: {NotificationColumns.AuthorityReference} is that of {byReference.Name}", byReference);
        }
        return known.OfChild(details.Child).FirstOrDefault(c => c.RequestReceivedOn == details.RequestReceivedOn) is { } same
            ? ($"Already in the portal: same child and same {NotificationColumns.RequestReceived} as {same.Name}", same)
            : null;
    }

    private ImportPlan WithDirectory(ImportPlan plan)
    {
        var named = plan.Rows.Where(r => r.Details is not null).SelectMany(r => r.Details!.Professionals).ToList();
        var links = named.GroupBy(n => n).Select(g => (Named: g.Key, Times: g.Count(), Found: directory.Link(g.Key).ServiceId is not null)).ToList();
        return plan with
        {
            Named = named.Count,
            NamedFound = links.Where(l => l.Found).Sum(l => l.Times),
            NotFound = [.. links.Where(l => !l.Found)
                .GroupBy(l => (Service: l.Named.ServiceName ?? l.Named.Name ?? "", Provider: l.Named.ProviderName))
                .Select(g => new UnknownService(g.Key.Service, g.Key.Provider, g.Sum(l => l.Times)))
                .OrderByDescending(u => u.Times).ThenBy(u => u.Service, StringComparer.Ordinal).ThenBy(u => u.Provider, StringComparer.Ordinal).Take(MostNotFound)],
        };
    }
}
