namespace DcoPortal.Domain.Assessments;

/// <summary>The parents or the young person, what they say, and how they want information shared.</summary>
public sealed class FamilyView
{
    /// <summary>Parent or carer with parental responsibility.</summary>
    public string? ParentName { get; set; }

    /// <summary>The parent's email address.</summary>
    public string? ParentEmail { get; set; }

    /// <summary>The parent's phone number.</summary>
    public string? ParentPhone { get; set; }

    /// <summary>A second person with parental responsibility.</summary>
    public string? SecondParentName { get; set; }

    /// <summary>How to reach the second person.</summary>
    public string? SecondParentContact { get; set; }

    /// <summary>The young person's own email address (16 and over).</summary>
    public string? YoungPersonEmail { get; set; }

    /// <summary>The young person's own phone number (16 and over).</summary>
    public string? YoungPersonPhone { get; set; }

    /// <summary>Whether the request was discussed with the young person (16 and over); null when not recorded.</summary>
    public bool? DiscussedWithYoungPerson { get; set; }

    /// <summary>Whether the young person agrees that their parents are copied in (16 and over); null when not recorded.</summary>
    public bool? ParentsMayBeCopiedIn { get; set; }

    /// <summary>The views, wishes and feelings of the child and family, in their words (reg 6(3)).</summary>
    public string? Views { get; set; }

    /// <summary>What the family agreed about sharing.</summary>
    public SharingAgreement Sharing { get; set; }

    /// <summary>Anyone, a professional included, the family does not want information shared with.</summary>
    public string? DoNotShareWith { get; set; }

    /// <summary>What the family agreed to, and for what, in their words; null when it was not recorded.</summary>
    public string? SharingConsent { get; set; }

    /// <summary>The day on which the family said so; null for what came with the notification (Europe/London).</summary>
    public DateOnly? SharingSaidOn { get; set; }

    /// <summary>Who said so, and how.</summary>
    public string? SharingSaidBy { get; set; }

    /// <summary>What the family wishes about sharing, as it stands.</summary>
    public SharingWish Wish => new(Sharing, DoNotShareWith, SharingConsent, SharingSaidOn, SharingSaidBy);

    /// <summary>Takes what another record of the same notification says of sharing besides.</summary>
    public void Join(SharingWish wish) => Take(wish);

    internal void Take(SharingWish wish) => (Sharing, DoNotShareWith, SharingConsent, SharingSaidOn, SharingSaidBy) = (wish.Agreement, wish.DoNotShareWith, wish.Consent, wish.SaidOn, wish.SaidBy);
}
