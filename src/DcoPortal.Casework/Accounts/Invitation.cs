namespace DcoPortal.Casework.Accounts;

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

    /// <summary>The ids of services as they are kept here.</summary>
    public static IEnumerable<Guid> Parse(string serviceIds) => serviceIds.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse);
    public required string TokenHash { get; set; }
    public DateTime CreatedUtc { get; set; }
    public DateTime ExpiresUtc { get; set; }
    public DateTime? AcceptedUtc { get; set; }
    public DateTime? WithdrawnUtc { get; set; }
    public required string InvitedByName { get; set; }
}
