namespace DcoPortal.Domain.Access;

/// <summary>How far a person's view reaches. Each kind has its own row filters.</summary>
public enum ScopeKind
{
    /// <summary>Nobody is signed in: sees nothing.</summary>
    None,

    /// <summary>Every row of one local authority; advice only once it has been returned.</summary>
    LocalAuthority,

    /// <summary>Every row of one integrated care board.</summary>
    DcoService,

    /// <summary>Requests of one or more health services, and the records those requests are about.</summary>
    HealthService,

    /// <summary>Accounts, emails and audit of one integrated care board; no child's record.</summary>
    Administration,

    /// <summary>No row at all: a board member's figures are counted in one named place.</summary>
    FiguresOnly,

    /// <summary>Every row: for background work and commands, which must ask for this kind by name.</summary>
    System,
}

/// <summary>Which rows a person may see. Made from the signed-in person, never from a form. The default sees nothing.</summary>
public sealed record AccessScope
{
    /// <summary>Sees nothing.</summary>
    public static readonly AccessScope None = new();

    /// <summary>Sees everything. For background work and commands only.</summary>
    public static readonly AccessScope System = new() { Kind = ScopeKind.System };

    /// <summary>Which set of row filters applies.</summary>
    public ScopeKind Kind { get; init; } = ScopeKind.None;

    /// <summary>The signed-in person's account, or an empty id.</summary>
    public Guid UserId { get; init; }

    /// <summary>The local authority the person works for, or an empty id.</summary>
    public Guid LocalAuthorityId { get; init; }

    /// <summary>The integrated care board the person works for or under, or an empty id.</summary>
    public Guid IcbId { get; init; }

    /// <summary>The provider the person works for, or an empty id.</summary>
    public Guid ProviderId { get; init; }

    /// <summary>The directory entry of the person, or an empty id.</summary>
    public Guid ProfessionalId { get; init; }

    /// <summary>The health services the person works in.</summary>
    public IReadOnlyList<Guid> ServiceIds { get; init; } = [];

    /// <summary>Whether the person sees every request of their services (a service lead) or only their own and unassigned ones.</summary>
    public bool WholeService { get; init; }

    /// <summary>The integrated care boards whose directory the person may look up.</summary>
    public IReadOnlyList<Guid> DirectoryIcbIds { get; init; } = [];

    /// <summary>The kind of scope a role has.</summary>
    public static ScopeKind KindOf(Role role) => role switch
    {
        Role.LaCaseworker or Role.LaManager => ScopeKind.LocalAuthority,
        Role.DcoAdministrator or Role.DesignatedClinicalOfficer => ScopeKind.DcoService,
        Role.Clinician or Role.ServiceLead => ScopeKind.HealthService,
        Role.BoardMember => ScopeKind.FiguresOnly,
        Role.SystemAdministrator => ScopeKind.Administration,
        _ => ScopeKind.None,
    };
}
