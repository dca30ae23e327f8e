namespace DcoPortal.Domain.Assessments;

/// <summary>Who asked for the assessment (SEN2 2026, source of request).</summary>
public enum RequestSource
{
    /// <summary>A parent or carer.</summary>
    Parent,

    /// <summary>The young person.</summary>
    YoungPerson,

    /// <summary>A school.</summary>
    School,

    /// <summary>A post-16 institution.</summary>
    Post16Institution,

    /// <summary>Anyone else, health included.</summary>
    Other,
}
