using System.Globalization;
using DcoPortal.Domain.Assessments;

namespace DcoPortal.Tests.Domain.Assessments;

/// <summary>The one rule by which two records are looked at as perhaps one child's. A child is written "forenames|surname|born", with "=known as" behind the forenames, then a postcode and an NHS number, or a dash.</summary>
public sealed class ChildLikenessTests
{
    private const string Home = "PR3 0XY";
    private const string Number = "9990181594";
    private const string OtherNumber = "9434765919";

    public static TheoryData<string, string> OneChild => new()
    {
        // both names have a slip
        { $"Jayden|Hallam|14/5/2017|{Home}|{Number}", $"Jaydon|Hallum|14/5/2017|{Home}" },
        { $"Jayden|Hallam|14/5/2017|{Home}|{Number}", $"Jaydan|Hallumm|14/5/2017|{Home}" },
        { $"Jayden|Hallam|14/5/2017|{Home}", $"Jaiden|Hallem|14/5/2017|{Home}" },
        { $"Catherine|Brown|14/5/2017|{Home}", $"Katharine|Browne|14/5/2017|{Home}" },
        { $"Åse|Sørensen|14/5/2017|{Home}", $"Aase|Soerensen|14/5/2017|{Home}" },
        { $"Jon|Philips|14/5/2017|{Home}", $"John|Phillips|14/5/2017|{Home}" },
        { $"Isobel|Mcleod|14/5/2017|{Home}", $"Isabel|MacLeod|14/5/2017|{Home}" },
        { $"Sara|Stephenson|14/5/2017|{Home}", $"Sarah|Stevenson|14/5/2017|{Home}" },
        { $"Yousuf|Ahmed|14/5/2017|{Home}", $"Yusuf|Ahmad|14/5/2017|{Home}" },
        { $"Zosia|Kowalski|14/5/2017|{Home}", $"Zofia|Kowalska|14/5/2017|{Home}" },
        { $"Niall|Read|14/5/2017|{Home}", $"Neil|Reid|14/5/2017|{Home}" },
        { "Jayden|Hallam|14/5/2017", $"Jaydon|Hallum|14/5/2017|{Home}" },
        // a slip in a name and another in the birth date
        { $"Jayden|Hallwood|5/4/2017|{Home}", $"Jaydon|Hallwood|4/5/2017|{Home}" },
        { $"Kayla|Thomson|6/4/2017|{Home}", $"Kayla|Thompson|4/6/2017|{Home}" },
        { $"Megan|Reddick|14/5/2017|{Home}", $"Megan|Redick|14/5/2016|{Home}" },
        { $"Megan|Reddick|14/5/2017|{Home}", $"Meghan|Redick|14/5/2007|{Home}" },
        { $"Ruby|Oakley|14/5/2017|{Home}", $"Oakley|Ruby|15/5/2017|{Home}" },
        { $"Ruby|Cole-Hart|14/5/2017|{Home}", $"Ruby|Hart|15/5/2017|{Home}" },
        { $"Ruby|Hart|14/5/2017|{Home}", $"Oliver|Harte|15/5/2017|{Home}" },
        // a name that is used, or a part of one, and a slip
        { $"William=Billy|Cartwright|14/5/2017|{Home}", $"Billy|Cartright|14/5/2017|{Home}" },
        { $"Elizabeth|Hodgson|14/5/2017|{Home}", $"Beth|Hodgeson|14/5/2017|{Home}" },
        { $"Mohammed Ali|Husain|14/5/2017|{Home}", $"Ali|Hussain|14/5/2017|{Home}" },
        // another name altogether, at the same home
        { $"Jayden|Hallam|14/5/2017|{Home}", $"Jayden|Marsden|14/5/2017|{Home}" },
        { $"Jayden|Hallam|14/5/2017|{Home}", $"Jaydon|Marsden|14/5/2017|{Home}" },
        { $"Jayden|Hallam|14/5/2017|{Home}", $"Oliver|Hallum|14/5/2017|{Home}" },
        { $"Holly|Hallam|14/5/2017|{Home}", $"Ivy|Hallam|14/5/2017|{Home}|{Number}" },
        // the home has a slip too
        { $"Jayden|Hallam|14/5/2017|{Home}", "Jaydon|Hallum|15/5/2017|PR3 0YX" },
        // names that are alike are asked about even where the numbers differ
        { $"Jayden|Hallam|14/5/2017|{Home}|{Number}", $"Jaydon|Hallum|14/5/2017|{Home}|{OtherNumber}" },
        { $"Jayden|Hallam|14/5/2017|{Home}|{Number}", $"Jayden|Marsden|14/5/2017|{Home}|{OtherNumber}" },
    };

    public static TheoryData<string, string> TwoChildren => new()
    {
        // brothers and sisters
        { $"Holly|Khan|14/5/2017|{Home}", $"Ivy|Khan|3/9/2015|{Home}" },
        { $"Holly|Khan|14/5/2017|{Home}", $"Ivy|Khan|14/5/2015|{Home}" },
        { $"Holly|Khan|14/5/2017|{Home}", $"Holly|Khan|3/9/2015|{Home}" },
        // twins whom numbers and forenames tell apart, though numbers given on one day are nearly the same
        { $"Holly|Khan|14/5/2017|{Home}|{Number}", $"Ivy|Khan|14/5/2017|{Home}|{OtherNumber}" },
        { $"|Suharto|17/4/2019|{Home}|9990100330", $"|Ananda|17/4/2019|{Home}|9990100357" },
        { $"Holly|Khan|14/5/2017|{Home}|9990100330", $"Ivy|Khan|14/5/2017|{Home}|9990100349" },
        { $"Muhammad Ali|Khan|14/5/2017|{Home}|{Number}", $"Muhammad Umar|Khan|14/5/2017|{Home}|{OtherNumber}" },
        // strangers of one day
        { "Oliver|Hallam|14/5/2017", "Oliver|Marsden|14/5/2017" },
        { $"Oliver|Hallam|14/5/2017|{Home}", "Oliver|Marsden|14/5/2017|LA1 1AA" },
        { $"Holly|Khan|14/5/2017|{Home}", "Ivy|Khan|14/5/2017|LA1 1AA" },
        { $"Jayden|Hallam|14/5/2017|{Home}|{Number}", $"Jayden|Hallum|14/5/2017|LA1 1AA|{OtherNumber}" },
        { "Zoe|Surname12|14/5/2017", "Zoe|Surname123|14/5/2017" },
        // neighbours, and who has no home to be a neighbour of
        { $"Oliver|Hallam|14/5/2017|{Home}", $"Mia|Marsden|14/5/2017|{Home}" },
        { "Oliver|Hallam|14/5/2017|ZZ99 3VZ", "Oliver|Marsden|14/5/2017|ZZ99 3VZ" },
        // slips of which nothing else says that they are slips
        { "Megan|Reddick|14/5/2017", "Meghan|Redick|14/5/2016" },
    };

    [Theory, MemberData(nameof(OneChild))]
    public void Records_that_are_likely_enough_of_one_child_are_looked_at_whichever_way_round(string one, string other)
    {
        Assert.NotNull(ChildLikeness.ToLookAt(Keys(one), Keys(other), false));
        Assert.NotNull(ChildLikeness.ToLookAt(Keys(other), Keys(one), false));
    }

    [Theory, MemberData(nameof(TwoChildren))]
    public void Records_that_are_likely_of_two_children_are_not(string one, string other)
    {
        Assert.Null(ChildLikeness.ToLookAt(Keys(one), Keys(other), false));
        Assert.Null(ChildLikeness.ToLookAt(Keys(other), Keys(one), false));
    }

    [Theory]
    [InlineData($"Mia|Marsden|14/5/2017|{Home}", true)]
    [InlineData($"Mia|Marsden|14/5/2017|{Home}|{OtherNumber}", false)]
    [InlineData("Mia|Marsden|14/5/2017|LA1 1AA", false)]
    [InlineData($"Mia|Marsden|15/5/2017|{Home}", false)]
    public void Two_of_one_home_and_birth_date_who_are_requested_on_one_day_are_looked_at_unless_numbers_tell_them_apart(string other, bool isAsked)
    {
        var one = Keys($"Oliver|Hallam|14/5/2017|{Home}|{Number}");

        Assert.Equal(isAsked, ChildLikeness.ToLookAt(one, Keys(other), true) is { Kind: LikenessKind.Twin });
    }

    [Theory]
    [InlineData("14/5/2017")]
    [InlineData("5/4/2017")]
    [InlineData("31/12/1999")]
    [InlineData("29/2/2020")]
    [InlineData("1/1/2010")]
    public void Birth_dates_a_slip_away_are_the_same_by_the_list_that_an_index_is_asked_for_and_by_the_rule(string born)
    {
        var date = Date(born);
        var byRule = Enumerable.Range(-30 * 366, 60 * 366).Select(date.AddDays).Where(d => BirthDays.AreNear(date, d));

        Assert.Equal(byRule, BirthDays.Near(date).Order());
        Assert.InRange(BirthDays.Near(date).Count, 10, 45);
    }

    private static ChildKeys Keys(string child)
    {
        var parts = child.Split('|');
        var names = parts[0].Split('=');
        return new(parts[1], names[0], names.ElementAtOrDefault(1), Date(parts[2]), parts.ElementAtOrDefault(4), null, parts.ElementAtOrDefault(3), "");
    }

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "d/M/yyyy", CultureInfo.InvariantCulture);
}
