namespace DcoPortal.Domain.Directory;

/// <summary>A named health care professional in the directory (SEND Regulations 2014 reg 2).</summary>
public sealed class Professional
{
    public Guid Id { get; set; }

    /// <summary>The board whose directory holds the professional.</summary>
    public Guid IcbId { get; set; }

    /// <summary>The provider the professional works for.</summary>
    public Guid ProviderId { get; set; }

    /// <summary>The service the professional works in.</summary>
    public Guid ServiceId { get; set; }

    /// <summary>Full name with title.</summary>
    public required string FullName { get; set; }

    /// <summary>What they were called before, one name a line (<see cref="NamesBefore"/>): a family's wish by such a name still counts.</summary>
    public string FormerNames { get; set; } = "";

    /// <summary>Job title.</summary>
    public required string JobTitle { get; set; }

    /// <summary>NHS email address.</summary>
    public required string Email { get; set; }

    /// <summary>The number on which a colleague reaches the professional, or null.</summary>
    public string? Phone { get; set; }

    /// <summary>The regulator, such as HCPC, NMC or GMC.</summary>
    public string? Regulator { get; set; }

    /// <summary>The registration number with that regulator.</summary>
    public string? RegistrationNumber { get; set; }

    /// <summary>Whether the professional still works there. One who has left keeps their name on what they did.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>First day away, or null.</summary>
    public DateOnly? AwayFrom { get; set; }

    /// <summary>Last day away, or null.</summary>
    public DateOnly? AwayUntil { get; set; }

    /// <summary>The colleague who covers while the professional is away, or null.</summary>
    public Guid? CoverProfessionalId { get; set; }

    /// <summary>Changes on every save: two people cannot overwrite each other.</summary>
    public Guid Version { get; set; }

    /// <summary>Whether the professional is away on a day (Europe/London).</summary>
    public bool IsAwayOn(DateOnly day) => AwayFrom <= day && (AwayUntil is null || AwayUntil >= day);
}
