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
        if (_open.TryPeek(out var field)) { field.IsShown = true; }
    }

    /// <summary>Something is seen here: in each field around it that shows it.</summary>
    public void Shows()
    {
        foreach (var field in _open) { field.HasResult |= field.IsShown; }
    }

    public void End()
    {
        if (!_open.TryPop(out var field) || field.HasResult) { return; }
        var verb = field.Instruction.ToString().Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        if (Fetching.Contains(verb, StringComparer.OrdinalIgnoreCase)) { throw new RefusedFileException(OpeningWords.LinkedPart); }
    }

    private sealed class Field(StringBuilder instruction)
    {
        public StringBuilder Instruction { get; } = instruction;

        public bool IsShown { get; set; }

        public bool HasResult { get; set; }
    }
}
