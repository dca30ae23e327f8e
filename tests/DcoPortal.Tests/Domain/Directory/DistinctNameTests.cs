using DcoPortal.Domain.Directory;

namespace DcoPortal.Tests.Domain.Directory;

public sealed class DistinctNameTests
{
    [Fact]
    public void A_name_that_no_other_service_has_stands_alone() => Assert.Equal(["Physiotherapy", "School nursing"], Told(("Physiotherapy", "LSCFT", "Leyland"), ("School nursing", "ELHT", "")));

    [Fact]
    public void Services_of_one_name_are_told_apart_by_their_providers() =>
        Assert.Equal(["School nursing (LSCFT)", "School nursing (ELHT)", "Physiotherapy"], Told(("School nursing", "LSCFT", "Leyland"), ("School nursing", "ELHT", "Burnley"), ("Physiotherapy", "ELHT", "")));

    [Fact]
    public void Two_of_one_provider_are_told_apart_by_their_towns_too() =>
        Assert.Equal(["School nursing (LSCFT, Leyland)", "School nursing (LSCFT, Preston)", "School nursing (ELHT)"],
            Told(("School nursing", "LSCFT", "Leyland"), ("School nursing", "LSCFT", "Preston"), ("School nursing", "ELHT", "Burnley")));

    [Fact]
    public void Capitals_and_spaces_make_no_other_name() => Assert.Equal(["School nursing (LSCFT)", "school nursing (ELHT)"], Told(("School nursing", "LSCFT", ""), ("school nursing", "ELHT", "")));

    [Fact]
    public void A_service_that_was_told_apart_has_its_name_to_itself_again_once_the_other_is_renamed()
    {
        var (mine, other) = (Service("School nursing", ""), Service("School nursing", ""));
        HealthService.TellApart([(mine, "LSCFT"), (other, "ELHT")]);

        other.Name = "School nursing, Burnley";
        HealthService.TellApart([(mine, "LSCFT"), (other, "ELHT")]);

        Assert.Equal("School nursing", mine.DistinctName);
    }

    [Fact]
    public void A_service_that_is_not_kept_anywhere_has_its_own_name() => Assert.Equal("School nursing", Service("School nursing", "").DistinctName);

    private static List<string> Told(params (string Name, string Provider, string Town)[] services)
    {
        var all = services.Select(s => (Service: Service(s.Name, s.Town), s.Provider)).ToList();
        HealthService.TellApart(all);
        return all.ConvertAll(s => s.Service.DistinctName);
    }

    private static HealthService Service(string name, string town) => new() { Name = name, Town = town, Inbox = "a@nhs.net" };
}
