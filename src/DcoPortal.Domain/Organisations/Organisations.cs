namespace DcoPortal.Domain.Organisations;

/// <summary>An English local authority: responsible for the assessment (Children and Families Act 2014 s.24, s.36).</summary>
public sealed class LocalAuthority
{
    /// <summary>Longest name, in characters.</summary>
    public const int NameLength = 150;

    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>The three-digit DfE number, such as 888.</summary>
    public required string Code { get; set; }

    /// <summary>The nine-character GSS code, such as E10000017.</summary>
    public required string GssCode { get; set; }

    /// <summary>The full name.</summary>
    public required string Name { get; set; }

    /// <summary>The letters that begin its assessment references, such as LCC.</summary>
    public required string ReferencePrefix { get; set; }

    /// <summary>The shared mailbox of its SEND team.</summary>
    public required string SendInbox { get; set; }

    /// <summary>Whether it counts the day a request was received as day 1, which makes its own dates one day earlier than the law's.</summary>
    public bool CountsDayOfReceipt { get; set; }

    /// <summary>Changes on every save: two people cannot overwrite each other.</summary>
    public Guid Version { get; set; }
}

/// <summary>An NHS integrated care board: the responsible commissioning body.</summary>
public sealed class IntegratedCareBoard
{
    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>The ODS code, such as QE1.</summary>
    public required string OdsCode { get; set; }

    /// <summary>The full name.</summary>
    public required string Name { get; set; }

    /// <summary>The shared mailbox of its DCO service.</summary>
    public required string DcoInbox { get; set; }

    /// <summary>Who leads on SEND at the board: told when advice stays late. Without one the DCO service is told.</summary>
    public string? SendLeadEmail { get; set; }

    /// <summary>Local target for early information, in days from its receipt by health. Not law.</summary>
    public int EarlyInformationDays { get; set; } = 14;

    /// <summary>Local target for a professional's answer, in days from the day it was sent to them; null for no target. Not law.</summary>
    public int? TurnaroundDays { get; set; }

    /// <summary>Days the authorities usually need from the last advice to the final plan, for the forecast.</summary>
    public int PlanWritingDays { get; set; } = 28;

    /// <summary>Changes on every save: two people cannot overwrite each other.</summary>
    public Guid Version { get; set; }
}

/// <summary>That a local authority lies, in whole or part, in an integrated care board's area.</summary>
public sealed class IcbCoverage
{
    /// <summary>The board.</summary>
    public Guid IcbId { get; set; }

    /// <summary>The authority.</summary>
    public Guid LocalAuthorityId { get; set; }

    /// <summary>Whether the authority's notifications go to this board unless it says otherwise.</summary>
    public bool IsDefault { get; set; }
}

/// <summary>An NHS trust or other organisation that provides health services.</summary>
public sealed class Provider
{
    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>The board whose directory it stands in.</summary>
    public Guid IcbId { get; set; }

    /// <summary>The ODS code, such as RXN.</summary>
    public required string OdsCode { get; set; }

    /// <summary>The full name.</summary>
    public required string Name { get; set; }

    /// <summary>A short name for tables and drawings.</summary>
    public required string ShortName { get; set; }

    /// <summary>Who leads on SEND at the provider: told when advice is late. Without one the DCO service is told.</summary>
    public string? SendLeadEmail { get; set; }

    /// <summary>Whether it may still be asked.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>Changes on every save: two people cannot overwrite each other.</summary>
    public Guid Version { get; set; }
}

/// <summary>A health service of a provider that can be asked for advice.</summary>
public sealed class HealthService
{
    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>The board whose directory it stands in.</summary>
    public Guid IcbId { get; set; }

    /// <summary>The provider.</summary>
    public Guid ProviderId { get; set; }

    /// <summary>The name, such as Paediatric occupational therapy.</summary>
    public required string Name { get; set; }

    /// <summary>The shared mailbox that requests go to when no professional is named.</summary>
    public required string Inbox { get; set; }

    /// <summary>Youngest age it advises on, in whole years.</summary>
    public int AgeFrom { get; set; }

    /// <summary>Oldest age it advises on, in whole years, inclusive.</summary>
    public int AgeTo { get; set; } = 25;

    /// <summary>The primary needs it usually advises on, as DfE codes between bars (|ASD|SLCN|); empty means all.</summary>
    public string UsualNeeds { get; set; } = "";

    /// <summary>Whether it may still be asked.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>First day on which nobody of the service is there, or null (Europe/London).</summary>
    public DateOnly? AwayFrom { get; set; }

    /// <summary>Last such day, or null (Europe/London).</summary>
    public DateOnly? AwayUntil { get; set; }

    /// <summary>The service that covers meanwhile, or null.</summary>
    public Guid? CoverServiceId { get; set; }

    /// <summary>Changes on every save: two people cannot overwrite each other.</summary>
    public Guid Version { get; set; }

    /// <summary>Whether the whole service is away on a day (Europe/London).</summary>
    public bool IsAwayOn(DateOnly day) => AwayFrom <= day && (AwayUntil is null || AwayUntil >= day);

    /// <summary>Whether it usually advises for a child of this age, in whole years, and primary need.</summary>
    public bool UsuallyAdvises(int age, string primaryNeed) =>
        IsActive && age >= AgeFrom && age <= AgeTo
        && (UsualNeeds.Length == 0 || UsualNeeds.Contains($"|{primaryNeed}|", StringComparison.Ordinal));
}

/// <summary>A named health care professional in the directory (SEND Regulations 2014 reg 2).</summary>
public sealed class Professional
{
    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>The board whose directory they stand in.</summary>
    public Guid IcbId { get; set; }

    /// <summary>The provider they work for.</summary>
    public Guid ProviderId { get; set; }

    /// <summary>The service they work in.</summary>
    public Guid ServiceId { get; set; }

    /// <summary>Full name with title.</summary>
    public required string FullName { get; set; }

    /// <summary>Job title.</summary>
    public required string JobTitle { get; set; }

    /// <summary>NHS email address.</summary>
    public required string Email { get; set; }

    /// <summary>The regulator, such as HCPC, NMC or GMC.</summary>
    public string? Regulator { get; set; }

    /// <summary>The registration number with that regulator.</summary>
    public string? RegistrationNumber { get; set; }

    /// <summary>Whether they still work there. One who left keeps their name on what they did.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>First day away, or null.</summary>
    public DateOnly? AwayFrom { get; set; }

    /// <summary>Last day away, or null.</summary>
    public DateOnly? AwayUntil { get; set; }

    /// <summary>Who covers while they are away, or null.</summary>
    public Guid? CoverProfessionalId { get; set; }

    /// <summary>Changes on every save: two people cannot overwrite each other.</summary>
    public Guid Version { get; set; }

    /// <summary>Whether they are away on a day (Europe/London).</summary>
    public bool IsAwayOn(DateOnly day) => AwayFrom <= day && (AwayUntil is null || AwayUntil >= day);
}
