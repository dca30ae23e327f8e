using DcoPortal.Domain.Access;
using Microsoft.AspNetCore.Identity;

namespace DcoPortal.Web.Data;

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

    /// <summary>How often this person gets email that no time limit hangs on.</summary>
    public EmailFrequency EmailFrequency { get; set; }

    /// <summary>Makes the feed's address worthless.</summary>
    /// <returns>Whether there was one.</returns>
    public bool RevokeCalendar()
    {
        var had = CalendarTokenHash is not null;
        (CalendarTokenHash, CalendarTokenMadeUtc) = (null, null);
        return had;
    }
}

/// <summary>How often a person gets email that no time limit hangs on. What is statutory always goes at once.</summary>
public enum EmailFrequency
{
    /// <summary>Each as it happens.</summary>
    Immediate,

    /// <summary>One email each working day.</summary>
    Daily,

    /// <summary>One email each week, on Monday.</summary>
    Weekly,
}

/// <summary>That a person works in a health service.</summary>
public sealed class UserService
{
    public Guid UserId { get; set; }
    public Guid ServiceId { get; set; }
}

/// <summary>A single-use invitation, which sets organisation and role. Only the hash of its token is kept.</summary>
public sealed class Invitation
{
    public Guid Id { get; set; }
    public required string Email { get; set; }
    public required string DisplayName { get; set; }
    public Role Role { get; set; }
    public Guid IcbId { get; set; }
    public Guid? LocalAuthorityId { get; set; }
    public Guid? ProviderId { get; set; }
    public Guid? ProfessionalId { get; set; }
    public required string OrganisationName { get; set; }

    /// <summary>The services of a clinician or service lead, as ids between bars.</summary>
    public string ServiceIds { get; set; } = "";
    public required string TokenHash { get; set; }
    public DateTime CreatedUtc { get; set; }
    public DateTime ExpiresUtc { get; set; }
    public DateTime? AcceptedUtc { get; set; }
    public DateTime? WithdrawnUtc { get; set; }
    public required string InvitedByName { get; set; }
}
