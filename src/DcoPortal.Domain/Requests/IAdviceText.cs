namespace DcoPortal.Domain.Requests;

/// <summary>Advice in words, part by part: as the service works on it, or as it was returned.</summary>
public interface IAdviceText
{
    /// <summary>A few lines about the documents uploaded.</summary>
    string? Summary { get; }

    /// <summary>What the advice rests on: seen when, observed where, records read.</summary>
    string? Basis { get; }

    /// <summary>Health needs (section C).</summary>
    string? Needs { get; }

    /// <summary>Outcomes (section E).</summary>
    string? Outcomes { get; }

    /// <summary>Provision (sections F and G): what, who, how often, how long.</summary>
    string? Provision { get; }

    /// <summary>The author: name, role and registration.</summary>
    string? Author { get; }
}
