namespace DcoPortal.Domain.Requests;

/// <summary>What a returned answer is called everywhere.</summary>
public static class AnswerName
{
    /// <summary>Such as "Version 2" or "Addendum 1".</summary>
    public static string Of(AnswerKind kind, int number) => kind == AnswerKind.Version ? $"Version {number}" : $"Addendum {number}";
}
