using System.Collections.Frozen;
using Microsoft.AspNetCore.Identity;

namespace DcoPortal.Casework.Accounts;

/// <summary>Refuses what is guessed first: very common passwords, runs and repeats, and the person's own name or address. Length does the rest.</summary>
internal sealed class PasswordRules : IPasswordValidator<PortalUser>
{
    private const int ShortestNamePart = 4;

    // these passwords pass the length rule, but stand near the top of every published list
    private static readonly FrozenSet<string> Common = new[]
    {
        "password1234", "password12345", "password123456", "password123!", "passwordpassword", "password2024", "password2025", "password2026",
        "mypassword123", "newpassword1", "changeme1234", "changemenow1", "letmeinletmein", "welcome12345", "welcomewelcome", "welcome2026!",
        "qwertyuiop12", "qwertyuiop123", "qwertyqwerty", "qwerty123456", "qwerty1234567", "1q2w3e4r5t6y", "1qaz2wsx3edc", "zaq12wsxcde3", "q1w2e3r4t5y6",
        "iloveyou1234", "iloveyouiloveyou", "football1234", "liverpool123", "liverpoolfc1", "manchester123", "manchesterutd", "arsenal12345",
        "administrator", "admin1234567", "superadmin123", "abc123abc123", "abcd12345678", "monkey123456", "dragon123456", "sunshine1234",
        "princess1234", "trustno11234", "summer202526", "winter202526", "nhspassword1", "nhs123456789", "dcoportal123", "dcoportal1234",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public Task<IdentityResult> ValidateAsync(UserManager<PortalUser> manager, PortalUser user, string? password) =>
        Task.FromResult(Problem(user.DisplayName, user.Email, password ?? "") is { } why
            ? IdentityResult.Failed(new IdentityError { Code = "PasswordGuessable", Description = why })
            : IdentityResult.Success);

    /// <summary>What is wrong with a password in words, or null.</summary>
    public static string? Problem(string? name, string? email, string password)
    {
        if (Common.Contains(password) || password.Distinct().Count() < 5 || IsRun(password))
        {
            return "This password is one of the first that people try. Choose three or more words that do not belong together";
        }
        var own = (name ?? "").Split([' ', '-', '\''], StringSplitOptions.RemoveEmptyEntries)
            .Append((email ?? "").Split('@')[0]).Where(part => part.Length >= ShortestNamePart);
        return own.Any(part => password.Contains(part, StringComparison.OrdinalIgnoreCase))
            ? "Password must not contain your name or email address"
            : null;
    }

    private static bool IsRun(string password)
    {
        var steps = password.Zip(password.Skip(1), (a, b) => b - a).ToList();
        return steps.Count > 0 && steps.Count(s => s is 1 or -1 or -9) >= steps.Count - 1;
    }
}

/// <summary>The account system's messages in our words.</summary>
internal sealed class PlainIdentityErrors : IdentityErrorDescriber
{
    private const string Taken = "This email address already has an account";

    public override IdentityError PasswordTooShort(int length) => Say(nameof(PasswordTooShort), $"Password must be {length} characters or more");

    public override IdentityError PasswordMismatch() => Say(nameof(PasswordMismatch), "The current password is not right");

    public override IdentityError DuplicateEmail(string email) => Say(nameof(DuplicateEmail), Taken);

    public override IdentityError DuplicateUserName(string userName) => Say(nameof(DuplicateUserName), Taken);

    public override IdentityError InvalidEmail(string? email) => Say(nameof(InvalidEmail), "Enter an email address in the right format, such as name@nhs.net");

    public override IdentityError InvalidUserName(string? userName) => Say(nameof(InvalidUserName), "Enter an email address in the right format, such as name@nhs.net");

    public override IdentityError ConcurrencyFailure() => Say(nameof(ConcurrencyFailure), "Someone else changed this account at the same time. Open it again and try once more");

    public override IdentityError DefaultError() => Say(nameof(DefaultError), "That could not be done. Try again, or contact the DCO service");

    private static IdentityError Say(string code, string words) => new() { Code = code, Description = words };
}
