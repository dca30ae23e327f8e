namespace DcoPortal.Casework.Notifications;

// providers are written with and without "NHS Foundation Trust", "NHS FT" and "&": what is left says which one is meant
internal static class ProviderNames
{
    public static string Core(string? name) =>
        string.Join(' ', SearchKey.Of(name).Split(' ').Where(w => w is not ("and" or "the" or "nhs" or "ft" or "foundation" or "trust")));
}
