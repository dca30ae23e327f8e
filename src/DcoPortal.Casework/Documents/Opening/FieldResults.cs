using System.Text;

namespace DcoPortal.Casework.Documents.Opening;

/// <summary>Follows the fields of a Word document to their ends: one that would show something from elsewhere, and shows nothing here, arrives empty.</summary>
internal sealed class FieldResults
{
    private const int LongestInstruction = 500;

    private static readonly string[] Fetching = ["INCLUDEPICTURE", "INCLUDETEXT", "INCLUDE", "IMPORT", "LINK", "DDE", "DDEAUTO"];

    private readonly Stack<Field> _open = new();

    public void Begin(string instruction = "") => _open.Push(new(new StringBuilder(instruction)));

    /// <summary>Adds to what the innermost field is to do.</summary>
    public void Instruct(string text)
    {
        if (_open.TryPeek(out var field) && !field.IsShown && field.Instruction.Length < LongestInstruction) { field.Instruction.Append(text); }
    }

    /// <summary>What follows is what the innermost field shows.</summary>
    public void Separate()
    {
        if (!_open.TryPeek(out var field)) { return; }
        var instruction = field.Instruction.ToString();
        // one with \l leads to a place in the document itself
        (field.IsShown, field.IsLink) = (true, VerbOf(instruction).Equals("HYPERLINK", StringComparison.OrdinalIgnoreCase) && !instruction.Contains("\\l ", StringComparison.Ordinal));
    }

    /// <summary>Whether what is seen here leads elsewhere.</summary>
    public bool IsLink => _open.Any(f => f.IsLink);

    /// <summary>Something is seen here: in each field around it that shows it.</summary>
    public void Shows(string text = "")
    {
        foreach (var field in _open.Where(f => f.IsShown))
        {
            field.HasResult = true;
            if (field.Result.Length < LongestInstruction) { field.Result.Append(text); }
        }
    }

    public void End()
    {
        if (!_open.TryPop(out var field)) { return; }
        var verb = VerbOf(field.Instruction.ToString());
        if (!field.HasResult && Fetching.Contains(verb, StringComparer.OrdinalIgnoreCase)) { throw new RefusedFileException(OpeningWords.LinkedPart); }
        // a field of a mail merge shows its own name until it is merged
        if (verb.Equals("MERGEFIELD", StringComparison.OrdinalIgnoreCase) && field.Result.ToString().TrimStart().StartsWith('«')) { throw new RefusedFileException(OpeningWords.Unmerged); }
    }

    private static string VerbOf(string instruction) => instruction.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";

    private sealed class Field(StringBuilder instruction)
    {
        public StringBuilder Instruction { get; } = instruction;

        public StringBuilder Result { get; } = new();

        public bool IsShown { get; set; }

        public bool IsLink { get; set; }

        public bool HasResult { get; set; }
    }
}
