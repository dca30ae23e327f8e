using System.Text.Json;
using DcoPortal.Domain.Assessments;

namespace DcoPortal.Tests.Domain.Assessments;

public sealed class FormerNamesOfChildTests
{
    [Theory]
    [InlineData("Orla|Snickerby|", "Alice|Frobisherton|", "Orla Snickerby")]
    [InlineData("Elizabeth|Brown|Lizzie", "Elizabeth|Green|Lizzie", "Elizabeth Brown;Lizzie Brown")]
    [InlineData("Elizabeth|Brown|Lizzie", "Elizabeth|Brown|Betty", "Lizzie Brown")]
    [InlineData("Elizabeth|Brown|", "Elizabeth|Brown|Betty", "")]
    [InlineData("Zoe|O Rourke|", "ZOË|O’Rourke|", "")]
    public void A_name_that_a_correction_replaced_is_kept(string was, string now, string kept)
    {
        var right = Child(now);

        right.Remember(Child(was), itsNamesToo: true);

        Assert.Equal(kept.Replace(';', '\n'), right.FormerNames);
    }

    [Fact]
    public void The_latest_five_are_kept()
    {
        var child = Child("A|Name|");
        foreach (var now in new[] { "B", "C", "D", "E", "F", "G" })
        {
            var right = Child($"{now}|Name|");
            right.Remember(child, itsNamesToo: true);
            child = right;
        }

        Assert.Equal("B Name\nC Name\nD Name\nE Name\nF Name", child.FormerNames);
    }

    [Fact]
    public void The_longest_names_have_room()
    {
        var longest = new string('a', ChildOrYoungPerson.NameLength);
        var child = Child($"{longest}|{longest}|");
        for (var n = 'b'; n < 'j'; n++)
        {
            var right = Child($"{new string(n, longest.Length)}|{longest}|");
            right.Remember(child, itsNamesToo: true);
            child = right;
        }

        Assert.InRange(child.FormerNames.Length, 1, ChildOrYoungPerson.FormerNamesLength);
    }

    [Fact]
    public void Merging_keeps_the_former_names_of_both_and_a_case_that_moves_takes_them_along()
    {
        var (kept, twice) = (Details("Orla Snickerby"), Details("Orla Grackle\nOrla Snickerby"));

        Assert.Equal("Orla Grackle\nOrla Snickerby", kept.FilledFrom(twice).Child.FormerNames);
        Assert.Equal("Orla Snickerby", kept.Copied().Child.FormerNames);
        Assert.Equal("Orla Snickerby", JsonSerializer.Deserialize<CaseDetails>(JsonSerializer.Serialize(kept))!.Child.FormerNames);
    }

    private static CaseDetails Details(string former)
    {
        var child = Child("Alice|Frobisherton|");
        child.FormerNames = former;
        return new(child, new FamilyView(), new EducationSetting(), "SLCN", RequestSource.Parent, null, null);
    }

    private static ChildOrYoungPerson Child(string name) => name.Split('|') is [var forenames, var surname, var knownAs]
        ? new() { Forenames = forenames, LegalSurname = surname, KnownAs = knownAs.Length > 0 ? knownAs : null, DateOfBirth = new(2019, 6, 5) } : throw new ArgumentException(name, nameof(name));
}
