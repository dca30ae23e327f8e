namespace DcoPortal.Domain.Assessments;

/// <summary>What the family agreed about sharing. An objection is recorded and respected; it is not a gate on the assessment.</summary>
public enum SharingAgreement
{
    /// <summary>Not recorded yet.</summary>
    NotRecorded,

    /// <summary>The family knows and agrees.</summary>
    Agreed,

    /// <summary>The family objects to some or all sharing: <see cref="FamilyView.DoNotShareWith"/> says with whom.</summary>
    Objects,
}
