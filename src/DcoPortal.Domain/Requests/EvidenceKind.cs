namespace DcoPortal.Domain.Requests;

/// <summary>What a document is that the authority sends with its notification: whose advice or evidence, in the order of regulation 6(1).</summary>
public enum EvidenceKind
{
    /// <summary>The request for an assessment, or its form.</summary>
    Request,

    /// <summary>The views of the child, young person or family.</summary>
    Views,

    /// <summary>From the school, college or early-years provider.</summary>
    School,

    /// <summary>From a doctor, hospital or other health service.</summary>
    Medical,

    /// <summary>From an educational psychologist.</summary>
    Psychologist,

    /// <summary>From social care.</summary>
    SocialCare,

    /// <summary>Consent to share.</summary>
    Consent,

    /// <summary>Something else.</summary>
    Other,
}
