namespace DcoPortal.Casework.Accounts;

/// <summary>Accounts that the sign-in page may show to everybody: those of the demonstration. A real portal has none.</summary>
/// <param name="Password">The password of each of them.</param>
/// <param name="People">Who they are.</param>
public sealed record ShownAccounts(string Password, IReadOnlyList<ShownAccount> People);

/// <summary>One of them.</summary>
public sealed record ShownAccount(string Email, string Name, Role Role, string Does);
