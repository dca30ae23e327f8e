using System.Security.Claims;
using DcoPortal.Casework.Accounts;

namespace DcoPortal.Casework.Access;

/// <summary>The person, or the portal itself, that the audit trail names as the author of a change.</summary>
public sealed record Actor(Guid? UserId, string Name, string Role, string Organisation, Guid? LocalAuthorityId, Guid? IcbId)
{
    /// <summary>The number of the person's team, or of a clinician or their service; null while not known.</summary>
    public string? Phone { get; init; }

    /// <summary>How an email names who caused it: name, organisation and number; the portal by its name.</summary>
    public string Signature => UserId is null ? Portal.Name : string.Join(", ", new[] { Name, Organisation, Phone }.Where(s => !string.IsNullOrWhiteSpace(s)));

    /// <summary>A visitor who is not signed in.</summary>
    public static readonly Actor Anonymous = new(null, "Not signed in", "None", "None", null, null);

    /// <summary>The holder of an account who is not signed in yet, or has just signed out.</summary>
    public static Actor Of(PortalUser user) =>
        new(user.Id, user.DisplayName, PortalClaims.TitleOf(user.Role), user.OrganisationName, user.LocalAuthorityId, user.IcbId);

    /// <summary>The portal itself: commands and background work.</summary>
    public static readonly Actor Portal = new(null, "DCO Portal", "System", "DCO Portal", null, null);
}
