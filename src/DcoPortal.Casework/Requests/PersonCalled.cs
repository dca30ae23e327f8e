namespace DcoPortal.Casework.Requests;

/// <summary>What somebody is called and was before, by either of which a family may name them.</summary>
/// <param name="Name">As the directory or their account has them now.</param>
/// <param name="FormerNames">What the directory called them before, one name a line.</param>
public sealed record PersonCalled(string Name, string FormerNames)
{
    /// <summary>As the directory has them.</summary>
    public static PersonCalled Of(Professional person) => new(person.FullName, person.FormerNames);

    /// <summary>Each name.</summary>
    public IEnumerable<string> Names => NamesBefore.Of(FormerNames).Prepend(Name);

    /// <summary>For a sentence: "Bethan Hartley, formerly Bethan Price".</summary>
    public string InWords => Name + NamesBefore.InWords(FormerNames);
}
