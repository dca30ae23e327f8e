using DcoPortal.Domain.Directory;

namespace DcoPortal.Tests.Domain.Directory;

public sealed class NamesBeforeTests
{
    [Theory]
    [InlineData("", "", "Epilepsy nursing", "")] // a new entry had no name
    [InlineData("", "Epilepsy nursing", "Children’s neurology team", "Epilepsy nursing")]
    [InlineData("", "Epilepsy nursing", "Epilepsy  Nursing", "")] // read as the same
    [InlineData("Seizure clinic", "Epilepsy nursing", "Neurology", "Seizure clinic\nEpilepsy nursing")]
    [InlineData("Seizure clinic\nEpilepsy nursing", "Neurology", "Seizure Clinic", "Epilepsy nursing\nNeurology")] // called so again
    [InlineData("Epilepsy nursing\nNeurology", "epilepsy nursing", "Seizures", "Neurology\nepilepsy nursing")]
    public void A_name_is_kept_where_an_entry_has_another_now(string names, string was, string now, string kept) => Assert.Equal(kept, NamesBefore.Renamed(names, was, now));

    [Fact]
    public void The_latest_names_are_kept_and_fit_their_column()
    {
        var names = Enumerable.Range(0, 20).Aggregate("", (kept, n) => NamesBefore.Renamed(kept, new string((char)('a' + n), 150), "z"));

        Assert.Equal((NamesBefore.Most, 't'), (NamesBefore.Of(names).Count, NamesBefore.Of(names)[^1][0]));
        Assert.True(names.Length <= NamesBefore.Length);
    }
}
