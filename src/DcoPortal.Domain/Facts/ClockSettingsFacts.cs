using DcoPortal.Domain.Assessments;

namespace DcoPortal.Domain.Facts;

/// <summary>An authority changed how it counts its first day, or a board its local targets. No statutory date moved.</summary>
public sealed record ClockSettingsChanged(string Organisation, string From, string To) : AuditFact((CaseKeys?)null)
{
    /// <inheritdoc />
    public override string? Before => From;

    /// <inheritdoc />
    public override string? After => $"{To} ({Organisation})";

    /// <inheritdoc />
    public override string Sentence => "Clock settings changed";
}

/// <summary>A person made a private address for the calendar feed of their own deadlines. The address itself is not kept anywhere.</summary>
public sealed record CalendarAddressMade(Guid AccountId, bool IsReplacement) : AuditFact((CaseKeys?)null)
{
    /// <inheritdoc />
    public override string? After => $"Account {AccountId:N}";

    /// <inheritdoc />
    public override string Sentence => IsReplacement ? "Calendar address replaced" : "Calendar address made";
}

/// <summary>A person revoked the private address of their calendar feed.</summary>
public sealed record CalendarAddressRevoked(Guid AccountId) : AuditFact((CaseKeys?)null)
{
    /// <inheritdoc />
    public override string? Before => $"Account {AccountId:N}";

    /// <inheritdoc />
    public override string Sentence => "Calendar address revoked";
}
