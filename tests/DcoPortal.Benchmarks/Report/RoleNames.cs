using DcoPortal.Domain.Access;

namespace DcoPortal.Benchmarks.Report;

/// <summary>Roles as the tables of docs/performance.md call them.</summary>
internal static class RoleNames
{
    public static string Of(Role role) => role switch
    {
        Role.LaCaseworker => "LA caseworker",
        Role.LaManager => "LA manager",
        Role.DcoAdministrator => "DCO administrator",
        Role.DesignatedClinicalOfficer => "DCO",
        Role.Clinician => "Clinician",
        Role.ServiceLead => "Service lead",
        Role.BoardMember => "Board member",
        _ => "System administrator",
    };
}
