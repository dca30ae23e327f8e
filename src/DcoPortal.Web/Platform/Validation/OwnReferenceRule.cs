using DcoPortal.Domain.Identifiers;

namespace DcoPortal.Web.Platform.Validation;

/// <summary>The authority's own reference is none of the portal's: a search for it would open another child's case.</summary>
internal static class OwnReferenceRule
{
    public static IRuleBuilderOptions<T, string?> IsTheirOwn<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(own => !AssessmentReference.TryParse(own, out _, out _)).WithMessage("This is how the portal numbers its own cases: a search would open another child. Write the authority’s own reference");
}
