namespace DcoPortal.Web.Features.Assessments.ImportNotifications;

/// <summary>Who asked for the assessment, as a row may say it (SEN2 2026, source of request).</summary>
public enum ImportedSource
{
    /// <summary>A parent or carer.</summary>
    Parent,

    /// <summary>The young person.</summary>
    YoungPerson,

    /// <summary>A school.</summary>
    School,

    /// <summary>A post-16 institution.</summary>
    Post16Institution,

    /// <summary>Anyone else.</summary>
    Other,
}
