namespace DcoPortal.Casework.Directory;

/// <summary>Whose a service is and where: it stands behind the name wherever one is chosen, because every trust has a school nursing team.</summary>
public static class ServicePlace
{
    /// <summary>"LSCFT, Preston"; the provider alone while the town is not known.</summary>
    public static string Of(string provider, string town) => town.Length == 0 ? provider : $"{provider}, {town}";
}
