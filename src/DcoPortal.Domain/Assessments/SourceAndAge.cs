using DcoPortal.Domain.Statutory;

namespace DcoPortal.Domain.Assessments;

/// <summary>
/// Whether who asked for an assessment fits the age. A parent asks for a child, a young person for themselves once they are over
/// compulsory school age, and somebody who acts for a school or a post-16 institution for whoever goes there (section 36(1)). It is only
/// ever a question to the person: an attorney or a parent may act for a young person who lacks capacity, and settings differ.
/// </summary>
public static class SourceAndAge
{
    // a school keeps nobody past the year of the 19th birthday, and a college takes nobody before Year 10
    private const int TooOldForSchool = 20;
    private const int TooYoungForCollege = 14;

    /// <summary>What to look at, in a sentence without its full stop, or null when they fit.</summary>
    /// <param name="source">Who asked.</param>
    /// <param name="born">Date of birth.</param>
    /// <param name="requestedOn">The day of the request (Europe/London).</param>
    public static string? Doubt(RequestSource source, DateOnly born, DateOnly requestedOn)
    {
        var age = CompulsorySchoolAge.AgeOn(born, requestedOn);
        if (age < 0) { return null; }
        var isOver = requestedOn > CompulsorySchoolAge.EndsOn(born);
        return source switch
        {
            RequestSource.YoungPerson when !isOver => $"They were {age} at the request, not yet over compulsory school age: a request of their own comes after that, so it may be a parent’s (section 36(1))",
            RequestSource.Parent when isOver => $"They were {age} at the request, over compulsory school age: the request is then the young person’s own, unless somebody acts for one who lacks capacity (section 36(1))",
            RequestSource.School when age >= TooOldForSchool => $"They were {age} at the request, too old for a school or nursery: it may be a college’s",
            RequestSource.Post16Institution when age < TooYoungForCollege => $"They were {age} at the request, too young for a post-16 institution: it may be a school’s",
            _ => null,
        };
    }
}
