using Microsoft.AspNetCore.Identity;

namespace DcoPortal.Casework.Accounts;

/// <summary>An account: one person, one role, one organisation. Email and user name are the same.</summary>
public sealed class PortalUser : IdentityUser<Guid>
{
    public required string DisplayName { get; set; }
    public Role Role { get; set; }
    public Guid IcbId { get; set; }
    public Guid? LocalAuthorityId { get; set; }
    public Guid? ProviderId { get; set; }
    public Guid? ProfessionalId { get; set; }
    public required string OrganisationName { get; set; }

    /// <summary>Set at once when the account is disabled, UTC.</summary>
    public DateTime? DisabledUtc { get; set; }
    public DateTime CreatedUtc { get; set; }
    public DateTime? LastSignedInUtc { get; set; }

    /// <summary>The hash of the private token of the calendar feed, or null when there is none.</summary>
    public string? CalendarTokenHash { get; set; }

    /// <summary>When the feed's address was made, UTC.</summary>
    public DateTime? CalendarTokenMadeUtc { get; set; }

    /// <summary>How often this person gets emails that no time limit depends on.</summary>
    public EmailFrequency EmailFrequency { get; set; }

    /// <summary>Revokes the calendar feed's address.</summary>
    /// <returns>Whether there was one.</returns>
    public bool RevokeCalendar()
    {
        var had = CalendarTokenHash is not null;
        (CalendarTokenHash, CalendarTokenMadeUtc) = (null, null);
        return had;
    }
}
