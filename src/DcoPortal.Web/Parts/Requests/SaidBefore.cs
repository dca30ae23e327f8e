namespace DcoPortal.Web.Parts.Requests;

/// <summary>An answer, a comment or a reason of an earlier round.</summary>
public sealed record SaidBefore(int Number, RequestMove Move, DateTime AtUtc, string? ByName, ReplyCode? NilReason, string? Words)
{
    /// <summary>The kind of entry, such as "No advice: discharged".</summary>
    public string What => Move switch
    {
        RequestMove.GiveBack => "Given back",
        RequestMove.SendBack => "Sent back for more",
        RequestMove.LetStand => "Nothing more needed",
        RequestMove.SubmitNilReturn => $"No advice: {NilReason?.Label().ToLowerInvariant()}",
        _ => "Advice submitted",
    };

    /// <summary>The advice itself, where it was sent back; null for every other entry.</summary>
    public SentBackShown? Answer { get; init; }
}

/// <summary>Reads what was said in earlier rounds of a request: for the DCO service alone, to whom the moves are shown.</summary>
public sealed class SaidBeforeQuery(PortalDb db, SentBackAnswers sentBack)
{
    /// <summary>Answers, comments and reasons that a later round has removed from the request itself, in order.</summary>
    public async Task<IReadOnlyList<SaidBefore>> OfAsync(AdviceRequest request, CancellationToken ct)
    {
        if (request.Round < 2) { return []; }
        var rows = await db.RequestMoves.AsNoTracking().Where(m => m.AdviceRequestId == request.Id && (m.Move == RequestMove.TakeBackCheck || (m.Move == RequestMove.LetStand && m.Because != null)
                || (m.Round < request.Round && (m.Move == RequestMove.GiveBack || m.Move == RequestMove.Submit || m.Move == RequestMove.SubmitNilReturn || m.Move == RequestMove.SendBack))))
            .OrderBy(m => m.Number).Select(m => new SaidBefore(m.Number, m.Move, m.AtUtc, m.ByName, m.NilReason, m.Because)).ToListAsync(ct);
        var answers = await sentBack.OfAsync(request.Id, ct);
        // a sending back that was taken back told nobody anything
        return [.. rows.Where((r, i) => r.Move != RequestMove.TakeBackCheck && !(r.Move == RequestMove.SendBack && rows.ElementAtOrDefault(i + 1)?.Move == RequestMove.TakeBackCheck))
            .Select(r => r.Move != RequestMove.Submit ? r : r with { Answer = answers.FirstOrDefault(a => IsOf(r, a, rows)) })];
    }

    // what was sent back was the last that had been submitted until then
    private static bool IsOf(SaidBefore submitted, SentBackShown answer, List<SaidBefore> rows) =>
        rows.FindLast(r => r.Move is RequestMove.Submit or RequestMove.SubmitNilReturn && r.Number < answer.Number) == submitted;
}
