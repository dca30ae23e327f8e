using DcoPortal.Domain.Assessments;

namespace DcoPortal.Domain.Facts;

/// <summary>A case was moved to another local authority or integrated care board: its record here ended.</summary>
/// <param name="Keys">The record that ended.</param>
/// <param name="To">The organisation to which it went.</param>
/// <param name="On">The day from which that is responsible (Europe/London).</param>
/// <param name="Reason">Why, in the words of the person who moved it.</param>
public sealed record CaseMovedAway(CaseKeys Keys, string To, DateOnly On, string Reason) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override string? After => $"{To}, from {On:yyyy-MM-dd}";

    /// <inheritdoc />
    public override string? Because => Reason;

    /// <inheritdoc />
    public override string Sentence => $"Moved to {To}";
}

/// <summary>A case came from another local authority or integrated care board, with what had been said there.</summary>
/// <param name="Keys">The record that began.</param>
/// <param name="From">The organisation from which it came.</param>
/// <param name="FromReference">Its reference there.</param>
/// <param name="On">The day from which the new side is responsible (Europe/London).</param>
/// <param name="Answers">How many answers of services came with it.</param>
/// <param name="Documents">How many documents.</param>
public sealed record CaseMovedHere(CaseKeys Keys, string From, string FromReference, DateOnly On, int Answers, int Documents) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override string? After => $"{FromReference}, from {On:yyyy-MM-dd}, with {Answers} answers and {Documents} documents";

    /// <inheritdoc />
    public override string Sentence => $"Came from {From}";
}

/// <summary>A case that was moved was taken by the new side, sent back by it, or taken back.</summary>
/// <param name="Keys">The record from which it was moved.</param>
/// <param name="State">Which of the three.</param>
/// <param name="By">The organisation that says so.</param>
/// <param name="ToReference">The reference with which it goes on there, or null.</param>
/// <param name="Reason">Why it was not taken, or null.</param>
public sealed record TransferAnswered(CaseKeys Keys, TransferState State, string By, string? ToReference, string? Reason) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override string? After => ToReference;

    /// <inheritdoc />
    public override string? Because => Reason;

    /// <inheritdoc />
    public override string Sentence => State switch
    {
        TransferState.Taken => $"{By} has taken the case",
        TransferState.SentBack => $"{By} says that the case is not its own",
        _ => "The move was taken back before anybody had taken the case",
    };
}

/// <summary>The day or the reason of a move was put right.</summary>
/// <param name="Keys">One of the two records.</param>
/// <param name="Was">The day and the reason before.</param>
/// <param name="Now">The day and the reason that stand.</param>
public sealed record TransferCorrected(CaseKeys Keys, string Was, string Now) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override string? Before => Was;

    /// <inheritdoc />
    public override string? After => Now;

    /// <inheritdoc />
    public override string Sentence => "Day or reason of the move corrected";
}

/// <summary>An answer was returned on the record from which a case came, after it had moved: it was carried over.</summary>
/// <param name="Keys">The record with which the case goes on.</param>
/// <param name="Service">The service that gave it.</param>
public sealed record AnswerCarriedOver(CaseKeys Keys, string Service) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override string? After => Service;

    /// <inheritdoc />
    public override string Sentence => "Advice that was returned elsewhere came after the case";
}

/// <summary>Advice or a document that had come with a case was closed, because the side it came from withdrew it, or opened again.</summary>
/// <param name="Keys">The record with which the case goes on.</param>
/// <param name="What">What it is: the service and its documents, or the document of the authority, by which its readers find their copies.</param>
/// <param name="IsClosed">Whether it was closed; else opened again.</param>
/// <param name="Why">Why a document of the authority was taken out, or null.</param>
/// <param name="DocumentId">That document as it was here, or null.</param>
public sealed record CarriedWithdrawn(CaseKeys Keys, string What, bool IsClosed, string? Why = null, Guid? DocumentId = null) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override string? Before => DocumentId is { } id ? $"Document {id:N}" : null;

    /// <inheritdoc />
    public override string? Because => Why;

    /// <inheritdoc />
    public override string? After => What;

    /// <inheritdoc />
    public override string Sentence => IsClosed ? "Withdrawn by the side it came from: nobody can open it here" : "The side it came from took its withdrawal back: it can be opened again";
}
