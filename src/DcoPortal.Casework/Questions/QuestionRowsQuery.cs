using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Lists;
using DcoPortal.Domain.Questions;

namespace DcoPortal.Casework.Questions;

/// <summary>Lists questions in the person's scope: open ones first; of those the ones that wait for the person's own side, the longest waiting first.</summary>
public sealed class QuestionRowsQuery(PortalDb db, CurrentPerson person)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 25;

    private const int OpeningLength = 120;

    /// <summary>One page of a choice of questions.</summary>
    public async Task<ListPage<QuestionRow>> PageAsync(IQueryable<CaseQuestion> chosen, int page, CancellationToken ct)
    {
        var total = await chosen.CountAsync(ct);
        page = Paging.Nearest(page, total, PageSize);
        return new(await RowsAsync(chosen, (page - 1) * PageSize, PageSize, ct), page, PageSize, total);
    }

    /// <summary>Some rows in order.</summary>
    public async Task<IReadOnlyList<QuestionRow>> RowsAsync(IQueryable<CaseQuestion> chosen, int skip, int take, CancellationToken ct)
    {
        var side = QuestionSides.Of(person);
        var rows = await (
            from q in chosen.AsNoTracking()
            join a in db.Assessments on q.AssessmentId equals a.Id
            join l in db.LocalAuthorities on q.LocalAuthorityId equals l.Id
            // closed questions by the day they were closed, the latest first; open ones the longest waiting first
            orderby q.ClosedUtc == null ? 0 : 1, q.WaitsFor == side ? 0 : 1, q.ClosedUtc descending, q.LastSaidUtc, q.Id
            select new
            {
                q.Id,
                q.AssessmentReference,
                q.AskedBy,
                q.WaitsFor,
                q.AskedUtc,
                q.LastSaidUtc,
                q.ClosedUtc,
                Authority = l.Name,
                a.Child.KnownAs,
                a.Child.Forenames,
                a.Child.LegalSurname,
                a.Child.DateOfBirth,
                Setting = a.Setting.Name,
                HasMoved = db.CaseTransfers.Any(t => t.FromId == q.AssessmentId && t.State == TransferState.Taken),
                Messages = q.Messages.Count,
                Opening = q.Messages.OrderBy(m => m.AtUtc).ThenBy(m => m.Id).Select(m => m.Text).FirstOrDefault(),
            }).Skip(skip).Take(take).ToListAsync(ct);
        return [.. rows.Select(x => new QuestionRow
        {
            Id = x.Id,
            Reference = x.AssessmentReference,
            Child = ChildLine.Of(x.KnownAs, x.Forenames, x.LegalSurname, x.DateOfBirth, x.Setting, x.AssessmentReference),
            Authority = x.Authority,
            AskedBy = x.AskedBy,
            WaitsFor = x.WaitsFor,
            AskedUtc = x.AskedUtc,
            LastSaidUtc = x.LastSaidUtc,
            ClosedUtc = x.ClosedUtc,
            HasMoved = x.HasMoved,
            Messages = x.Messages,
            Opening = Beginning(x.Opening ?? ""),
            Reader = side,
        })];
    }

    private static string Beginning(string text) => text.Length <= OpeningLength ? text : $"{text[..OpeningLength].TrimEnd()}…";
}
