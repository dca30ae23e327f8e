namespace DcoPortal.Domain.Access;

/// <summary>What a person may do. The <see cref="AccessScope"/> says to which rows.</summary>
public enum Permission
{
    /// <summary>Use their own account, home page and help.</summary>
    UsePortal,

    /// <summary>Open assessments in scope and list them.</summary>
    ViewAssessments,

    /// <summary>Log a notification: for their own local authority, or as the DCO service for one of the board’s that still sends email.</summary>
    LogNotification,

    /// <summary>Import notifications from a spreadsheet, for the same authorities.</summary>
    ImportNotifications,

    /// <summary>Bring a board's cases under way into the portal, from the DCO service's own tracker.</summary>
    GoLive,

    /// <summary>Record the local authority's decision or the outcome of an assessment.</summary>
    RecordDecision,

    /// <summary>Record that a plan is needed and that its draft was served: of their own authority's cases, or as the DCO service of those it recorded for an authority.</summary>
    RecordPlanSteps,

    /// <summary>Hand the cases of their authority to a colleague.</summary>
    HandOverCases,

    /// <summary>Correct the days that clocks run from: the authority its own, the DCO service health's.</summary>
    CorrectDates,

    /// <summary>Put right what a notification says of the child, the family, the setting and the request, or add to it.</summary>
    CorrectDetails,

    /// <summary>Move a case to another board or another local authority, and take one that was sent: for their own authority, or as the DCO service for its board.</summary>
    MoveCases,

    /// <summary>Put a case under the right authority that the DCO service recorded under the wrong one.</summary>
    CorrectAuthority,

    /// <summary>Download advice that was returned to the local authority.</summary>
    DownloadReturnedAdvice,

    /// <summary>See the activity on an assessment: who did what.</summary>
    ViewActivity,

    /// <summary>Triage notifications and send advice requests.</summary>
    RequestAdvice,

    /// <summary>Chase advice that is due or late, and close a request that is no longer needed.</summary>
    ChaseAdvice,

    /// <summary>Put a request before a named person, who must answer.</summary>
    EscalateRequest,

    /// <summary>Set the chase ladder of the board and its services.</summary>
    ManageLadder,

    /// <summary>Accept submitted advice or send it back.</summary>
    CheckAdvice,

    /// <summary>Return accepted advice to the local authority.</summary>
    ReturnAdvice,

    /// <summary>Withdraw returned advice, and keep the records of incidents.</summary>
    WithdrawAdvice,

    /// <summary>Open and list advice requests in scope.</summary>
    ViewAdviceRequests,

    /// <summary>Write, upload and submit advice, or make a nil return.</summary>
    RespondToRequest,

    /// <summary>Pass a request to a colleague.</summary>
    PassOnRequest,

    /// <summary>Set when the person's own services and their colleagues are away, and who covers.</summary>
    ArrangeCover,

    /// <summary>Set when the person is away, and who covers.</summary>
    SetOwnLeave,

    /// <summary>See the dashboard's figures.</summary>
    ViewDashboard,

    /// <summary>Keep the figures of a quarter as they are reported to the board.</summary>
    ReportFigures,

    /// <summary>See the service directory.</summary>
    ViewDirectory,

    /// <summary>Change the service directory.</summary>
    ManageDirectory,

    /// <summary>Invite, disable and enable users in scope.</summary>
    ManageUsers,

    /// <summary>See the organisations the service works with.</summary>
    ViewOrganisations,

    /// <summary>Say which local authorities lie in the board's area.</summary>
    ManageOrganisations,

    /// <summary>See the emails the portal sent or failed to send.</summary>
    ViewEmails,

    /// <summary>Have the portal send a test email to their own address.</summary>
    SendTestEmail,

    /// <summary>See and export the audit log.</summary>
    ViewAuditLog,

    /// <summary>Set how their own organisation counts its first day, or its local targets. No statutory date moves.</summary>
    ManageClockSettings,

    /// <summary>Set the mailbox and telephone number on which others reach their own team.</summary>
    ManageTeamContact,

    /// <summary>Ask, answer and close questions about an assessment, between the local authority and the DCO service.</summary>
    DiscussAssessment,

    /// <summary>Write notes on a case for themselves or their team.</summary>
    KeepNotes,

    /// <summary>Decide what follows when every service has no advice.</summary>
    DecideAllNil,

    /// <summary>See, print and download the list of open requests in reference numbers only.</summary>
    ViewTrafficLights,
}
