namespace DcoPortal.Domain.Statutory;

/// <summary>Ages that decide who holds the rights in Part 3 of the Children and Families Act 2014.</summary>
public static class CompulsorySchoolAge
{
    /// <summary>Whole years lived on a date; negative before birth. A person born on 29 February is a year older on 1 March in other years.</summary>
    /// <param name="dateOfBirth">Date of birth.</param>
    /// <param name="date">The day asked about, Europe/London.</param>
    public static int AgeOn(DateOnly dateOfBirth, DateOnly date)
    {
        var years = date.Year - dateOfBirth.Year;
        return (date.Month, date.Day).CompareTo((dateOfBirth.Month, dateOfBirth.Day)) < 0 ? years - 1 : years;
    }

    /// <summary>The last day of compulsory school age: the last Friday in June of the school year in which the child turns 16 (Education Act 1996 section 8).</summary>
    /// <param name="dateOfBirth">Date of birth.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day is past the year 9999.</exception>
    public static DateOnly EndsOn(DateOnly dateOfBirth)
    {
        // a school year runs from 1 September to 31 August
        var june = new DateOnly(dateOfBirth.Year + 16 + (dateOfBirth.Month >= 9 ? 1 : 0), 6, 30);
        return june.AddDays(-(((int)june.DayOfWeek - (int)DayOfWeek.Friday + 7) % 7));
    }

    /// <summary>A young person is over compulsory school age and under 25 (section 83(2)): the letters go to them, not to the parent.</summary>
    /// <param name="dateOfBirth">Date of birth.</param>
    /// <param name="date">The day asked about, Europe/London.</param>
    public static bool IsYoungPerson(DateOnly dateOfBirth, DateOnly date) =>
        date > EndsOn(dateOfBirth) && AgeOn(dateOfBirth, date) < 25;
}
