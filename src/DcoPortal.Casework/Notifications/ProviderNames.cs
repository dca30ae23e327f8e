namespace DcoPortal.Casework.Notifications;

// authorities write providers with and without "NHS Foundation Trust", "NHS FT" and "&": the core of the name says which is meant
internal static class ProviderNames
{
    public static string Core(string? name) =>
        string.Join(' ', SearchKey.Of(name).Split(' ').Where(w => w is not ("and" or "the" or "nhs" or "ft" or "foundation" or "trust")));
}
