namespace DcoPortal.Casework.Accounts;

/// <summary>Accounts that the sign-in page may show to everybody: those of the demonstration. A real portal has none.</summary>
/// <param name="Password">The one password of all these accounts.</param>
/// <param name="People">The accounts.</param>
public sealed record ShownAccounts(string Password, IReadOnlyList<ShownAccount> People);

/// <summary>One account that the sign-in page shows.</summary>
public sealed record ShownAccount(string Email, string Name, Role Role, string Does);
