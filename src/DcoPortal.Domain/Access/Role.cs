namespace DcoPortal.Domain.Access;

/// <summary>The work a person does in the portal. One person has one role in one organisation.</summary>
public enum Role
{
    /// <summary>Works for one local authority: logs notifications, records decisions, downloads returned advice.</summary>
    LaCaseworker,

    /// <summary>A caseworker who also imports notifications and manages the authority's users.</summary>
    LaManager,

    /// <summary>Works for one integrated care board: fans out, chases, checks and returns health advice.</summary>
    DcoAdministrator,

    /// <summary>The Designated Clinical Officer, or the Designated Medical Officer, of one integrated care board.</summary>
    DesignatedClinicalOfficer,

    /// <summary>A professional of a health service who writes advice.</summary>
    Clinician,

    /// <summary>Leads one or more services of one provider: assigns requests and arranges cover.</summary>
    ServiceLead,

    /// <summary>Sees figures and reports of one integrated care board, never a child.</summary>
    BoardMember,

    /// <summary>Runs users, organisations, emails and the audit log of one integrated care board, never clinical content.</summary>
    SystemAdministrator,
}
