using System.Text.Encodings.Web;
using System.Text.Json;
using DcoPortal.Domain.Facts;

namespace DcoPortal.Domain.Assessments;

// what an import could not read, kept until it is put right
public sealed partial class Assessment
{
    /// <summary>Longest text of what is to be corrected, in characters.</summary>
    public const int ToCorrectLength = 100_000;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What is to be corrected, as stored; null when nothing is.</summary>
    public string? ToCorrectText { get; private set; }

    /// <summary>How many of these stand to be corrected; null for none, so that lists find the others.</summary>
    public int? ToCorrectCount { get; private set; }

    /// <summary>What came with an import, could not be read and has not been put right.</summary>
    public IReadOnlyList<CellToCorrect> ToCorrect => [.. Cells.Where(c => !c.IsDealtWith && !HasNow(c.Field))];

    /// <summary>What somebody took off that list: its words are kept, and it can be put back.</summary>
    public IReadOnlyList<CellToCorrect> DealtWithCells => [.. Cells.Where(c => c.IsDealtWith)];

    private List<CellToCorrect> Cells => ToCorrectText is null ? [] : JsonSerializer.Deserialize<List<CellToCorrect>>(ToCorrectText, Json) ?? [];

    /// <summary>Keeps what is to be corrected, whole: why it was left out may be cut, what stood there never is. What was dealt with does not come back with the same words.</summary>
    /// <exception cref="DomainRuleException">It is more than a case can keep.</exception>
    public void KeepToCorrect(IReadOnlyList<CellToCorrect> cells)
    {
        var done = DealtWithCells;
        Store([.. cells.Where(c => !done.Any(d => d.IsSame(c))), .. done]);
    }

    private void Store(IEnumerable<CellToCorrect> cells)
    {
        var kept = cells.Select(c => c with { Why = Cut(c.Why, 300) }).ToList();
        var text = JsonSerializer.Serialize(kept, Json);
        if (text.Length > ToCorrectLength) { throw new DomainRuleException($"There is more to be corrected on {Reference} than a case can keep. Take off the list what is dealt with, or shorten the cells of the file."); }
        ToCorrectText = kept.Count == 0 ? null : text;
        CountToCorrect();
    }

    private void CountToCorrect() => ToCorrectCount = ToCorrect.Count is > 0 and var left ? left : null;

    /// <summary>Says that one of them has been dealt with.</summary>
    /// <param name="field">What it is.</param>
    /// <param name="given">What stood there, because two rows may have said two things; null for all of that name.</param>
    /// <returns>The fact, or null when nothing of that name was to be corrected.</returns>
    public ImportedCellDealtWith? DealtWith(string field, string? given = null)
    {
        var left = ToCorrect;
        var done = left.Where(c => c.Field == field && (given is null || c.Given == given)).ToList();
        if (done.Count == 0) { return null; }
        Store([.. left.Except(done), .. DealtWithCells, .. done.Select(c => c with { IsDealtWith = true })]);
        return new ImportedCellDealtWith(Keys, field, string.Join("; ", done.Select(c => c.Given)));
    }

    /// <summary>Puts something that was taken off the list on it again.</summary>
    /// <param name="field">What it is.</param>
    /// <param name="given">What stood there.</param>
    /// <returns>The fact, or null when nothing of that name had been dealt with.</returns>
    public ImportedCellPutBack? PutBack(string field, string given)
    {
        var done = DealtWithCells;
        if (done.FirstOrDefault(c => c.Field == field && c.Given == given) is not { } back) { return null; }
        Store([.. ToCorrect, back with { IsDealtWith = false, Field = HasNow(back.Field) ? $"{back.Field}, as it came" : back.Field }, .. done.Where(c => !c.IsSame(back))]);
        return new ImportedCellPutBack(Keys, field, given);
    }

    // what has been filled in since is put right; what its cell said besides stays with what was dealt with
    private void DropPutRight() => Store(Cells.Select(c => c.IsDealtWith || !HasNow(c.Field) ? c : c with { IsDealtWith = true }));

    /// <summary>Whether what could not be read of a field has been filled in since.</summary>
    public bool IsPutRight(string field) => HasNow(field);

    private bool HasNow(string field) => field switch
    {
        "LA reference" => AuthorityReference is not null,
        "NHS number" => Child.NhsNumber is not null,
        "UPN" => Child.Upn is not null,
        "Postcode" => Child.Postcode is not null,
        "Address" => Child.Address is not null,
        "Sex" => Child.Sex is not null,
        "Known as" => Child.KnownAs is not null,
        "GP practice ODS" => Child.GpPracticeCode is not null,
        "Interpreter" => Child.Interpreter is not null,
        "Parent or carer" => Family.ParentName is not null,
        "Parent email" => Family.ParentEmail is not null,
        "Parent phone" => Family.ParentPhone is not null,
        "Family views" => Family.Views is not null,
        "Do not share with" => Family.DoNotShareWith is not null,
        "Setting" => Setting.Name is not null,
        "Setting URN" => Setting.Urn is not null,
        "Year group" => Setting.YearGroup is not null,
        "Primary need" => PrimaryNeed.Length > 0,
        CellToCorrect.Reasons => Reasons is not null,
        _ => false,
    };

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";
}
