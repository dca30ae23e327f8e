using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace DcoPortal.Casework.Accounts;

/// <summary>Tokens for links in emails. A password link holds the security stamp, which every password change renews: so it works once.</summary>
public sealed class AccountLinks(IDataProtectionProvider protection, UkClock clock)
{
    /// <summary>How long a password link works.</summary>
    public static readonly TimeSpan PasswordLife = TimeSpan.FromHours(2);

    /// <summary>How long an invitation works.</summary>
    public static readonly TimeSpan InvitationLife = TimeSpan.FromDays(7);

    private readonly IDataProtector _protector = protection.CreateProtector("DcoPortal.PasswordLink");

    /// <summary>A token that lets the holder choose a new password for the account, once, until the instant given in UTC.</summary>
    public string PasswordToken(PortalUser user, DateTime untilUtc)
    {
        var plain = string.Create(CultureInfo.InvariantCulture, $"{user.Id:N}|{untilUtc.Ticks}|{user.SecurityStamp}");
        return Base64Url.EncodeToString(_protector.Protect(Encoding.UTF8.GetBytes(plain)));
    }

    /// <summary>The account and security stamp a token was made for, or null when the portal did not make the token or it has expired.</summary>
    public (Guid UserId, string Stamp)? ReadPasswordToken(string token)
    {
        try
        {
            var parts = Encoding.UTF8.GetString(_protector.Unprotect(Base64Url.DecodeFromChars(token))).Split('|', 3);
            var until = new DateTime(long.Parse(parts[1], CultureInfo.InvariantCulture), DateTimeKind.Utc);
            return until > clock.UtcNow ? (Guid.Parse(parts[0]), parts[2]) : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException) { return null; }
    }

    /// <summary>A new invitation token: 256 random bits. Only its hash is stored.</summary>
    public static (string Token, string Hash) NewInvitation() => NewSecret();

    /// <summary>A new secret for an address: 256 random bits. Only its hash is stored.</summary>
    public static (string Token, string Hash) NewSecret()
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return (token, HashOf(token));
    }

    /// <summary>The hash under which a token is stored.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
