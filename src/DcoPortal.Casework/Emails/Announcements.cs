using DcoPortal.Casework.Accounts;
using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Digests;
using DcoPortal.Casework.Escalations;
using DcoPortal.Casework.Ladder;
using DcoPortal.Casework.Notifications;
using DcoPortal.Casework.Questions;
using DcoPortal.Casework.Requests;
using DcoPortal.Casework.RightAuthority;
using DcoPortal.Casework.Ties;
using DcoPortal.Casework.Transfers;

namespace DcoPortal.Casework.Emails;

/// <summary>Every event that causes an email: docs/emails.md is printed from it.</summary>
public static class Announcements
{
    /// <summary>By noun, in the order of a case's life.</summary>
    public static IReadOnlyList<Announcement> All { get; } =
    [
        .. NotificationEmails.All,
        .. AssessmentEmails.All,
        .. TieEmails.All,
        .. TransferEmails.All,
        .. RightAuthorityEmails.All,
        .. RequestEmails.All,
        .. SetAsideEmails.All,
        .. LadderEmails.All,
        .. EscalationEmails.All,
        .. TogetherEmails.All,
        .. QuestionEmails.All,
        .. DigestEmails.All,
        .. AccountEmails.All,
    ];
}
