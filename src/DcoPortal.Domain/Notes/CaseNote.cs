using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Facts;
using DcoPortal.Domain.Questions;

namespace DcoPortal.Domain.Notes;

/// <summary>A person who writes notes.</summary>
/// <param name="UserId">The account.</param>
/// <param name="Name">The name.</param>
public sealed record NoteAuthor(Guid UserId, string Name);

/// <summary>What a note says, and who reads it.</summary>
/// <param name="Text">The text.</param>
/// <param name="IsForTeam">Whether the writer's team reads it; else the writer alone.</param>
/// <param name="RemindOn">From which day it stands in the readers' worklists (Europe/London), or null.</param>
public sealed record NoteContent(string Text, bool IsForTeam, DateOnly? RemindOn);

/// <summary>
/// A note on a case, for its writer or the writer's team: the case's local authority or the DCO service. The other side and the health services never
/// read it. It is part of the child's record all the same.
/// </summary>
public sealed class CaseNote : IMovesWithCase, IAudited, IVersioned
{
    /// <summary>Longest text, in characters.</summary>
    public const int TextLength = 4000;

    private CaseNote() { }

    /// <summary>Writes a note.</summary>
    /// <param name="id">Key, chosen by the form so that a second submission is recognised.</param>
    /// <param name="keys">The case.</param>
    /// <param name="side">The writer's side.</param>
    /// <param name="author">The writer.</param>
    /// <param name="content">What it says.</param>
    /// <param name="utc">When, UTC.</param>
    public CaseNote(Guid id, CaseKeys keys, CaseSide side, NoteAuthor author, NoteContent content, DateTime utc)
    {
        Id = id;
        AssessmentId = keys.AssessmentId;
        AssessmentReference = keys.Reference;
        LocalAuthorityId = keys.LocalAuthorityId;
        IcbId = keys.IcbId;
        Side = side;
        (AuthorUserId, AuthorName) = (author.UserId, author.Name);
        (Text, IsForTeam, RemindOn) = content;
        WrittenUtc = utc;
    }

    public Guid Id { get; private set; }

    /// <inheritdoc />
    public Guid Version { get; set; }

    /// <inheritdoc />
    public Guid AssessmentId { get; private set; }

    /// <summary>The case's reference, copied.</summary>
    public string AssessmentReference { get; private set; } = "";

    /// <inheritdoc />
    public Guid LocalAuthorityId { get; private set; }

    /// <inheritdoc />
    public Guid IcbId { get; private set; }

    /// <summary>The writer's side: nobody of the other reads it.</summary>
    public CaseSide Side { get; private set; }

    /// <summary>The writer's account.</summary>
    public Guid AuthorUserId { get; private set; }

    /// <summary>The writer's name.</summary>
    public string AuthorName { get; private set; } = "";

    /// <summary>Whether the writer's team reads it; else the writer alone.</summary>
    public bool IsForTeam { get; private set; }

    /// <summary>The text.</summary>
    public string Text { get; private set; } = "";

    /// <summary>When it was written, UTC.</summary>
    public DateTime WrittenUtc { get; private set; }

    /// <summary>When it was last changed, UTC, or null.</summary>
    public DateTime? ChangedUtc { get; private set; }

    /// <summary>From which day it stands in the readers' worklists until it is done, or null (Europe/London).</summary>
    public DateOnly? RemindOn { get; private set; }

    /// <summary>When the reminder was ticked as done, UTC, or null.</summary>
    public DateTime? DoneUtc { get; private set; }

    /// <summary>Who ticked it, or null.</summary>
    public string? DoneByName { get; private set; }

    /// <summary>The keys that the note's facts copy.</summary>
    public CaseKeys Keys => new(AssessmentId, AssessmentReference, LocalAuthorityId, IcbId);

    Guid? IAudited.AuditedAssessmentId => AssessmentId;

    void IMovesWithCase.MoveTo(CaseKeys keys) => (AssessmentId, AssessmentReference, LocalAuthorityId, IcbId) = (keys.AssessmentId, keys.Reference, keys.LocalAuthorityId, keys.IcbId);

    /// <summary>Changes what it says. Another reminder day opens the reminder again.</summary>
    /// <returns>The fact, or null when nothing is different.</returns>
    /// <exception cref="DomainRuleException">Only the writer changes a note.</exception>
    public NoteChanged? Change(Guid by, NoteContent content, DateTime utc)
    {
        RequireWriter(by);
        if (content == new NoteContent(Text, IsForTeam, RemindOn)) { return null; }
        if (content.RemindOn != RemindOn) { (DoneUtc, DoneByName) = (null, null); }
        (Text, IsForTeam, RemindOn) = content;
        ChangedUtc = utc;
        return new(Keys, Side, IsForTeam);
    }

    /// <summary>The fact of its being deleted.</summary>
    /// <exception cref="DomainRuleException">Only the writer deletes a note.</exception>
    public NoteDeleted Delete(Guid by)
    {
        RequireWriter(by);
        return new(Keys, Side);
    }

    /// <summary>Ticks the reminder: whoever reads the note may.</summary>
    /// <returns>The fact, or null when it is done already, or there is none.</returns>
    public ReminderDone? Done(string byName, DateTime utc)
    {
        if (RemindOn is not { } on || DoneUtc is not null) { return null; }
        (DoneUtc, DoneByName) = (utc, byName);
        return new(Keys, Side, on);
    }

    private void RequireWriter(Guid by)
    {
        if (by != AuthorUserId) { throw new DomainRuleException($"Only {AuthorName}, who wrote this note, can change or delete it."); }
    }
}
