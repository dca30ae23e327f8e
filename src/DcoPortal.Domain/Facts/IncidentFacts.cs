using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Questions;

namespace DcoPortal.Domain.Facts;

/// <summary>The DCO service recorded an incident. The trail never holds its text.</summary>
public sealed record IncidentRecorded(CaseKeys Keys) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override CaseSide? OnlyFor => CaseSide.DcoService;

    /// <inheritdoc />
    public override string Sentence => "Incident recorded";
}

/// <summary>Something was added to an incident.</summary>
public sealed record IncidentEntryAdded(CaseKeys Keys) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override CaseSide? OnlyFor => CaseSide.DcoService;

    /// <inheritdoc />
    public override string Sentence => "Added to the incident record";
}

/// <summary>An incident was closed.</summary>
public sealed record IncidentClosed(CaseKeys Keys) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override CaseSide? OnlyFor => CaseSide.DcoService;

    /// <inheritdoc />
    public override string Sentence => "Incident closed";
}

/// <summary>A closed incident was opened again.</summary>
public sealed record IncidentReopened(CaseKeys Keys) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override CaseSide? OnlyFor => CaseSide.DcoService;

    /// <inheritdoc />
    public override string Sentence => "Incident opened again";
}
