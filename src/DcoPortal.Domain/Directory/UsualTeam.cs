namespace DcoPortal.Domain.Directory;

/// <summary>Whom a board usually asks together, such as "Under-fives, Preston": chosen with one press when advice is requested.</summary>
public sealed class UsualTeam
{
    /// <summary>Longest name, in characters.</summary>
    public const int NameLength = 80;

    /// <summary>Most members.</summary>
    public const int MostMembers = 20;

    /// <summary>Most teams of a board: all are shown where one is chosen.</summary>
    public const int MostTeams = 30;

    public Guid Id { get; set; }

    /// <summary>The board.</summary>
    public Guid IcbId { get; set; }

    public required string Name { get; set; }

    /// <summary>The values of the services and professionals, between bars. One that has left the directory is passed over.</summary>
    public string Members { get; set; } = "";

    /// <summary>Changes on every save: two people cannot overwrite each other.</summary>
    public Guid Version { get; set; }

    /// <summary>The values of the members.</summary>
    public IReadOnlyList<string> Tokens => Members.Split('|', StringSplitOptions.RemoveEmptyEntries);
}
