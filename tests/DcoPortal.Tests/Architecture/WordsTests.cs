using System.Text.RegularExpressions;
using DcoPortal.Tests.Support;

namespace DcoPortal.Tests.Architecture;

/// <summary>Pages, emails and sentences in code speak as docs/words.md says.</summary>
public sealed partial class WordsTests
{
    private static readonly string Root = Repository.Root;

    /// <summary>The left column of "We do not say", and what must not be found of it.</summary>
    private static readonly Dictionary<string, string> Refused = new()
    {
        ["put before somebody"] = @"before somebody",
        ["talk, written down"] = @"\btalks?\b(?! in single)|written down",
        ["whose move"] = @"whose move",
        ["out of reach"] = @"out of reach",
        ["moves no date"] = @"moves no date",
        ["named freely"] = @"named freely",
        ["also when it is in the past"] = @"also when it is in the past",
        ["no-plan notice"] = @"no-plan notice",
        ["refuse by"] = @"refuse by",
        ["the health body"] = @"health body",
        ["the setting"] = @"\bthe setting\b",
        ["cogent"] = @"cogent",
        ["invalid, illegal, forbidden"] = @"\b(invalid|illegal|forbidden)\b",
        ["please, kindly"] = @"\b(please|kindly)\b",
    };

    [Fact]
    public void The_list_of_the_page_is_the_list_of_the_test()
    {
        var page = File.ReadAllText(Path.Combine(Root, "docs", "words.md"));
        var rows = page[page.IndexOf("## We do not say", StringComparison.Ordinal)..].Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Skip(1).Select(l => l.Split('|')[1].Trim());

        Assert.Equal(Refused.Keys, rows);
    }

    [Fact]
    public void No_page_email_or_sentence_says_what_is_not_said()
    {
        var shown = Directory.EnumerateFiles(Path.Combine(Root, "src"), "*", SearchOption.AllDirectories)
            .Where(f => !Skipped().IsMatch(f) && Path.GetExtension(f) is ".cs" or ".cshtml" or ".txt");

        var found = from file in shown
                    let text = Path.GetExtension(file) switch { ".cs" => string.Join('\n', Strings().Matches(Comments().Replace(File.ReadAllText(file), "")).Select(m => m.Value)), ".cshtml" => CodeOfViews().Replace(File.ReadAllText(file), ""), _ => File.ReadAllText(file) }
                    from word in Refused
                    let hit = Regex.Match(text, word.Value, RegexOptions.IgnoreCase)
                    where hit.Success
                    select $"{Path.GetRelativePath(Root, file)}: “{hit.Value}” ({word.Key})";

        Assert.Empty(found);
    }

    [GeneratedRegex(@"[\\/](bin|obj|node_modules|lib|Migrations|Demo|DcoPortal\.Demo)[\\/]")]
    private static partial Regex Skipped();

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comments();

    // a sentence has a space in it: names of fields, keys and addresses have none
    [GeneratedRegex("\"[^\"\n]* [^\"\n]*\"")]
    private static partial Regex Strings();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CodeOfViews();
}
