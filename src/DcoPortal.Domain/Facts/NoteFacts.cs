using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Questions;

namespace DcoPortal.Domain.Facts;

/// <summary>Somebody wrote a note on a case. The trail never holds its text.</summary>
public sealed record NoteWritten(CaseKeys Keys, CaseSide Side, bool IsForTeam) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override CaseSide? OnlyFor => Side;

    /// <inheritdoc />
    public override string? After => IsForTeam ? "For the team" : "For the writer only";

    /// <inheritdoc />
    public override string Sentence => "Note written";
}

/// <summary>The writer changed a note.</summary>
public sealed record NoteChanged(CaseKeys Keys, CaseSide Side, bool IsForTeam) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override CaseSide? OnlyFor => Side;

    /// <inheritdoc />
    public override string? After => IsForTeam ? "For the team" : "For the writer only";

    /// <inheritdoc />
    public override string Sentence => "Note changed";
}

/// <summary>The writer deleted a note.</summary>
public sealed record NoteDeleted(CaseKeys Keys, CaseSide Side) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override CaseSide? OnlyFor => Side;

    /// <inheritdoc />
    public override string Sentence => "Note deleted";
}

/// <summary>A reader of a note ticked its reminder.</summary>
public sealed record ReminderDone(CaseKeys Keys, CaseSide Side, DateOnly RemindOn) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override CaseSide? OnlyFor => Side;

    /// <inheritdoc />
    public override string? Before => $"For {RemindOn:yyyy-MM-dd}";

    /// <inheritdoc />
    public override string Sentence => "Reminder done";
}
