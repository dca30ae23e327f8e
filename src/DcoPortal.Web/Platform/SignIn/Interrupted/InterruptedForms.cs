using System.IO.Compression;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;

namespace DcoPortal.Web.Platform.SignIn.Interrupted;

/// <summary>
/// Keeps a form that was sent after the session had ended, encrypted, for an hour, for the session's owner alone: the expired
/// cookie still proves who that is, but no longer gives the right to save. Several windows may have timed out: each has its own.
/// </summary>
public sealed class InterruptedForms(PortalDbFactory dbs, IDataProtectionProvider protection, UkClock clock)
{
    /// <summary>How long a form is kept.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private const string Kind = "interrupted";

    private const int MostForms = 5;

    // the most characters that a row of Drafts holds
    private const int MostCharacters = 400_000;

    /// <summary>Keeps the posted form when its sender is known. It replaces the one that was sent to the same address before.</summary>
    public async Task<bool> KeepAsync(HttpContext http, CookieAuthenticationOptions cookie)
    {
        var path = http.Request.Path;
        if (path.StartsWithSegments("/account") || SenderOf(http, cookie) is not { } userId) { return false; }
        if (await PostedFields.ReadAsync(http.Request, http.RequestAborted) is not { Fields.Count: > 0 } posted) { return false; }
        var form = new InterruptedForm(path + http.Request.QueryString, posted.Fields, posted.HadFiles, clock.UtcNow);
        var sealedForm = Seal(userId, form);
        if (sealedForm.Length > MostCharacters) { return false; }
        // the sender is not signed in any more, so the system scope stores the row for the expired session's owner
        await using var db = dbs.Create(AccessScope.System);
        if (!await db.Users.AnyAsync(u => u.Id == userId && u.DisabledUtc == null, http.RequestAborted)) { return false; }
        var earlier = await KeptAsync(db, userId, http.RequestAborted);
        var stay = earlier.Where(e => e.Address != form.Address).Take(MostForms - 1).Select(e => e.Id).ToList();
        await db.Drafts.Where(d => d.UserId == userId && d.Kind == Kind && !stay.Contains(d.Id)).ExecuteDeleteAsync(http.RequestAborted);
        db.Drafts.Add(new Draft { Id = Guid.CreateVersion7(), UserId = userId, Kind = Kind, Json = sealedForm, SavedUtc = clock.UtcNow });
        await db.SaveChangesAsync(http.RequestAborted);
        return true;
    }

    /// <summary>The forms kept for a person within the hour, newest first.</summary>
    public async Task<IReadOnlyList<InterruptedForm>> ListAsync(Guid userId, CancellationToken ct)
    {
        await using var db = dbs.Create(AccessScope.System);
        return await KeptAsync(db, userId, ct);
    }

    /// <summary>Deletes a kept form.</summary>
    public async Task ForgetAsync(Guid userId, Guid id, CancellationToken ct)
    {
        await using var db = dbs.Create(AccessScope.System);
        await db.Drafts.Where(d => d.Id == id && d.UserId == userId && d.Kind == Kind).ExecuteDeleteAsync(ct);
    }

    private async Task<IReadOnlyList<InterruptedForm>> KeptAsync(PortalDb db, Guid userId, CancellationToken ct)
    {
        var since = clock.UtcNow - Life;
        var rows = await db.Drafts.AsNoTracking().Where(d => d.UserId == userId && d.Kind == Kind && d.SavedUtc > since)
            .OrderByDescending(d => d.SavedUtc).ThenByDescending(d => d.Id).Take(MostForms).Select(d => new { d.Id, d.Json }).ToListAsync(ct);
        return [.. rows.Select(r => Open(userId, r.Json) is { } form ? form with { Id = r.Id } : null).OfType<InterruptedForm>()];
    }

    private static Guid? SenderOf(HttpContext http, CookieAuthenticationOptions cookie)
    {
        var value = cookie.CookieManager.GetRequestCookie(http, cookie.Cookie.Name!);
        var ticket = string.IsNullOrEmpty(value) ? null : cookie.TicketDataFormat.Unprotect(value);
        return Guid.TryParse(ticket?.Principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;
    }

    // the person's id is part of the key, so a row moved to another person cannot be decrypted
    private IDataProtector For(Guid userId) => protection.CreateProtector("DcoPortal.InterruptedForm", userId.ToString("N"));

    private string Seal(Guid userId, InterruptedForm form)
    {
        using var packed = new MemoryStream();
        using (var zip = new DeflateStream(packed, CompressionLevel.Fastest)) { JsonSerializer.Serialize(zip, form); }
        return Convert.ToBase64String(For(userId).Protect(packed.ToArray()));
    }

    private InterruptedForm? Open(Guid userId, string text)
    {
        try
        {
            using var packed = new MemoryStream(For(userId).Unprotect(Convert.FromBase64String(text)));
            using var zip = new DeflateStream(packed, CompressionMode.Decompress);
            return JsonSerializer.Deserialize<InterruptedForm>(zip);
        }
        catch (Exception e) when (e is CryptographicException or JsonException or InvalidDataException) { return null; }
    }
}
