using static DcoPortal.Domain.Access.Permission;

namespace DcoPortal.Domain.Access;

/// <summary>The access matrix: which role holds which permission. docs/access-matrix.md is checked against this table.</summary>
public static class RolePermissions
{
    private static readonly Permission[] Caseworker =
    [
        UsePortal, ViewAssessments, LogNotification, RecordDecision, RecordPlanSteps, HandOverCases, CorrectDates, CorrectDetails, MoveCases, DownloadReturnedAdvice, ViewActivity, ViewAdviceRequests, ViewDirectory, DiscussAssessment, KeepNotes,
    ];

    private static readonly Permission[] DcoService =
    [
        UsePortal, ViewAssessments, CorrectDates, CorrectDetails, DownloadReturnedAdvice, ViewActivity, RequestAdvice, ChaseAdvice, EscalateRequest, ManageLadder, CheckAdvice, ReturnAdvice, WithdrawAdvice,
        ViewAdviceRequests, RespondToRequest, PassOnRequest, ViewDashboard, ViewDirectory, ManageDirectory, ViewEmails, ManageClockSettings, ManageTeamContact,
        DiscussAssessment, KeepNotes, ViewTrafficLights,
    ];

    private static readonly Dictionary<Role, HashSet<Permission>> Matrix = new()
    {
        [Role.LaCaseworker] = [.. Caseworker],
        [Role.LaManager] = [.. Caseworker, ImportNotifications, ViewDashboard, ManageUsers, ManageClockSettings, ManageTeamContact],
        [Role.DcoAdministrator] = [.. DcoService, LogNotification, RecordPlanSteps, ImportNotifications, GoLive, MoveCases, CorrectAuthority],
        [Role.DesignatedClinicalOfficer] = [.. DcoService, DecideAllNil, ReportFigures],
        [Role.Clinician] = [UsePortal, ViewAdviceRequests, RespondToRequest, PassOnRequest, SetOwnLeave, ViewDirectory],
        [Role.ServiceLead] = [UsePortal, ViewAdviceRequests, EscalateRequest, RespondToRequest, PassOnRequest, ArrangeCover, SetOwnLeave, ViewDashboard, ViewDirectory, ViewTrafficLights],
        [Role.BoardMember] = [UsePortal, ViewDashboard],
        [Role.SystemAdministrator] = [UsePortal, ViewDirectory, ManageDirectory, ManageUsers, ViewOrganisations, ManageOrganisations, ViewEmails, SendTestEmail, ViewAuditLog],
    };

    /// <summary>The permissions of a role.</summary>
    public static IReadOnlySet<Permission> Of(Role role) => Matrix[role];

    /// <summary>Whether a role holds a permission.</summary>
    public static bool Allows(this Role role, Permission permission) => Matrix[role].Contains(permission);
}
