namespace DcoPortal.Domain.Directory;

/// <summary>Whether a service covers where a child lives, the nearest first.</summary>
public enum AreaCover
{
    /// <summary>The service names the child's postcode district, such as PR2.</summary>
    District,

    /// <summary>The service names the child's postcode area, such as PR.</summary>
    Area,

    /// <summary>The service names no area, or the child's postcode is not known.</summary>
    NotSaid,

    /// <summary>The service names areas, and the child lives in none of them.</summary>
    Elsewhere,
}
