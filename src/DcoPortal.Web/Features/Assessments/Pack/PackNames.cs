using System.Text;

namespace DcoPortal.Web.Features.Assessments.Pack;

/// <summary>Names inside the file that every operating system can unpack: no path, no reserved word, no two that differ only in case.</summary>
internal sealed class PackNames
{
    private const int Longest = 80;
    private static readonly HashSet<string> Reserved = new(["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(1, 9).SelectMany(n => new[] { $"COM{n}", $"LPT{n}" })], StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _taken = new(["index.html"], StringComparer.OrdinalIgnoreCase);

    /// <summary>A folder name that is not used yet.</summary>
    public string Folder(string name) => Unique("", Safe(name, "Service"), "");

    /// <summary>A file name that is not used yet in a folder.</summary>
    public string File(string folder, string name)
    {
        var extension = Safe(Path.GetExtension(name).TrimStart('.'), "");
        return Unique(folder + "/", Safe(Path.GetFileNameWithoutExtension(name), "Document"), extension.Length == 0 ? "" : "." + extension);
    }

    private string Unique(string before, string name, string after)
    {
        var path = before + name + after;
        for (var n = 2; !_taken.Add(path); n++) { path = $"{before}{name} ({n}){after}"; }
        return path;
    }

    private static string Safe(string name, string otherwise)
    {
        var kept = new StringBuilder();
        foreach (var c in name.Normalize()) { kept.Append(char.IsControl(c) || "<>:\"/\\|?*".Contains(c) ? '-' : c); }
        var safe = kept.ToString().Trim(' ', '.');
        if (safe.Length > Longest) { safe = safe[..Longest].TrimEnd(' ', '.'); }
        return safe.Length == 0 ? otherwise : Reserved.Contains(safe.Split('.')[0]) ? "_" + safe : safe;
    }
}
