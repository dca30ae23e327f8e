using DcoPortal.Casework.Documents;
using DcoPortal.Domain.Directory;
using DcoPortal.Web.Parts.Requests;

namespace DcoPortal.Web.Features.Advice.Respond;

/// <summary>Reads what the answering pages show.</summary>
public sealed class RespondQuery(PortalDb db, RequestHeadQuery heads, WithdrawnBesideQuery withdrawn, SameFileQuery same, SameTextQuery sameText, OtherChildQuery others, BegunAnswerQuery beginnings, CurrentPerson person)
{
    /// <summary>The form with the draft so far, or null when there is no such request in scope.</summary>
    public async Task<RespondForm?> FormAsync(Guid id, CancellationToken ct)
    {
        if (await heads.FindAsync(id, ct) is not { } head) { return null; }
        var response = await ResponseAsync(id, ct);
        return new RespondForm
        {
            Head = head,
            Summary = response?.Summary,
            Basis = response?.Basis,
            Needs = response?.Needs,
            Outcomes = response?.Outcomes,
            Provision = response?.Provision,
            Author = response?.Author ?? await AuthorAsync(head, ct),
            Version = response?.Version ?? Guid.Empty,
            Window = Guid.NewGuid(),
            SavedUtc = response?.SavedUtc,
            Uploaded = await FilesAsync(id, ct),
            OfAnother = await same.OfAnswerAsync(head.Row, ct),
            Withdrawn = await withdrawn.OfAsync(head.Row, ct),
            Others = response?.Others ?? [],
            ByOther = await ByOtherAsync(head.Row, ct),
        };
    }

    /// <summary>Adds the documents and other stored values to a form that came back with an error.</summary>
    public async Task<bool> CompleteAsync(RespondForm form, Guid id, CancellationToken ct)
    {
        if (await heads.FindAsync(id, ct) is not { } head) { return false; }
        form.Head = head;
        form.Uploaded = await FilesAsync(id, ct);
        form.OfAnother = await same.OfAnswerAsync(head.Row, ct);
        form.Withdrawn = await withdrawn.OfAsync(head.Row, ct);
        var response = await ResponseAsync(id, ct);
        (form.SavedUtc, form.Others, form.ByOther) = (response?.SavedUtc, response?.Others ?? [], await ByOtherAsync(head.Row, ct));
        return true;
    }

    /// <summary>Puts what is saved in place of each part that cannot be saved as it was typed.</summary>
    public async Task KeepSavedAsync(RespondForm form, Guid id, Func<string, bool> isWrong, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        var saved = AdviceDraft.Of(await ResponseAsync(id, ct));
        string? Part(string name, string? typed, string? stored) => isWrong(name) ? stored : typed;
        (form.Summary, form.Basis) = (Part(nameof(form.Summary), form.Summary, saved.Summary), Part(nameof(form.Basis), form.Basis, saved.Basis));
        (form.Needs, form.Outcomes) = (Part(nameof(form.Needs), form.Needs, saved.Needs), Part(nameof(form.Outcomes), form.Outcomes, saved.Outcomes));
        (form.Provision, form.Author) = (Part(nameof(form.Provision), form.Provision, saved.Provision), Part(nameof(form.Author), form.Author, saved.Author));
    }

    /// <summary>Fills the check page, or answers false when there is no such request in scope.</summary>
    public async Task<bool> CompleteAsync(CheckAnswerForm form, Guid id, CancellationToken ct)
    {
        if (await heads.FindAsync(id, ct) is not { } head) { return false; }
        var response = await ResponseAsync(id, ct);
        form.Head = head;
        form.Shown = AdviceDraft.Of(response);
        (form.Others, form.ByOther) = (response?.Others ?? [], await ByOtherAsync(head.Row, ct));
        form.Uploaded = await FilesAsync(id, ct);
        form.Withdrawn = await withdrawn.OfAsync(head.Row, ct);
        form.OfAnother = [.. await same.OfAnswerAsync(head.Row, ct), .. await sameText.OfAnswerAsync(head.Row, form.Shown, ct), .. await others.InTextAsync(head.Row, form.Shown, ct)];
        form.IsAsSentBack = await AnswerSince.IsAsSentBackAsync(db, head.Row, ct);
        form.Seen = AdviceCompleteness.Fingerprint(head.Row, response, form.Uploaded.Select(f => f.Id));
        return true;
    }

    // whose work stands there, where it is not the person's own
    private async Task<BegunAnswer?> ByOtherAsync(AdviceRequest request, CancellationToken ct) =>
        await beginnings.OfAsync(request, ct) is { ByUserId: { } user } begun && user != person.Scope.UserId ? begun : null;

    private Task<AdviceResponse?> ResponseAsync(Guid id, CancellationToken ct) => db.AdviceResponses.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct);

    private Task<List<AdviceFile>> FilesAsync(Guid id, CancellationToken ct) =>
        db.Documents.AsNoTracking().Where(d => d.AdviceRequestId == id && d.Kind == CaseDocumentKind.Advice && d.RemovedUtc == null && d.ReturnedUtc == null)
            .OrderBy(d => d.UploadedUtc).ThenBy(d => d.Id)
            .Select(d => new AdviceFile(d.Id, d.FileName, d.SizeBytes, d.UploadedByName, d.UploadedUtc, d.IsScan, d.Notice)).ToListAsync(ct);

    /// <summary>The author's line from the directory: the person who writes, or the holder when the DCO service records for them.</summary>
    private async Task<string?> AuthorAsync(RequestHead head, CancellationToken ct)
    {
        var who = person.Scope.ProfessionalId != Guid.Empty ? person.Scope.ProfessionalId : head.IsOnBehalf ? head.Row.ProfessionalId : null;
        var p = who is null ? null : await db.Professionals.AsNoTracking().SingleOrDefaultAsync(x => x.Id == who, ct);
        return p is null ? head.IsOnBehalf ? null : person.Actor.Name : Words(p);
    }

    private static string Words(Professional p)
    {
        var registration = p.RegistrationNumber is null ? null : $"{p.Regulator} {p.RegistrationNumber}".Trim();
        return string.Join(", ", new[] { p.FullName, p.JobTitle, registration }.Where(x => !string.IsNullOrWhiteSpace(x)));
    }
}
