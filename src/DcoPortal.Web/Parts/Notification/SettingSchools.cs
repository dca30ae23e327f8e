using DcoPortal.Casework.Schools;
using DcoPortal.Domain.Directory;

namespace DcoPortal.Web.Parts.Notification;

/// <summary>What the register of schools says of a typed setting.</summary>
/// <param name="Known">The school whose number stands in the form, or null.</param>
/// <param name="Offered">Schools that the typed name could mean, while nobody has said which.</param>
public sealed record SettingMatch(School? Known, IReadOnlyList<School> Offered)
{
    /// <summary>The number is that of another school than the name says.</summary>
    public bool IsOfAnother(SettingForm typed) => Known is not null && SearchKey.Of(Known.Name) != SearchKey.Of(typed.Name);
}

/// <summary>Compares a typed setting with the register. It changes nothing by itself: a name alone never chooses a school.</summary>
public sealed class SettingSchools(SchoolQuery schools)
{
    /// <summary>The most schools that are offered.</summary>
    public const int Most = 10;

    /// <summary>Looks the setting up.</summary>
    public async Task<SettingMatch> MatchAsync(SettingForm typed, CancellationToken ct)
    {
        if (!string.IsNullOrWhiteSpace(typed.Urn)) { return new(await schools.OfAsync(typed.Urn, ct), []); }
        var isKept = typed.Chosen == SettingForm.AsTyped && typed.Offered == typed.Name;
        return new(null, isKept ? [] : await schools.FindAsync(typed.Name, Most, ct));
    }

    /// <summary>Puts name and number of the school that was chosen of those offered into the form.</summary>
    /// <returns>Whether one was chosen.</returns>
    public async Task<bool> TakeAsync(SettingForm typed, CancellationToken ct)
    {
        if (await schools.OfAsync(typed.Chosen, ct) is not { } school) { return false; }
        (typed.Name, typed.Urn, typed.Chosen, typed.Offered) = (school.Name, school.Urn, null, null);
        return true;
    }
}
