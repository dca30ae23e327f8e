using DcoPortal.Domain.Text;

namespace DcoPortal.Web.Platform.Validation;

/// <summary>What every field for a person's name asks: a name, as it is written, and nothing that stands for none.</summary>
internal static class NameRule
{
    /// <summary>Blank, or a name.</summary>
    public static IRuleBuilderOptionsConditions<T, string?> NameOrBlank<T>(this IRuleBuilder<T, string?> rule, string what) => rule.Custom((text, context) =>
    {
        if (string.IsNullOrWhiteSpace(text)) { return; }
        if (NotText.IsExcelError(text)) { context.AddFailure($"{what}: {text.Trim()} is an error of Excel, not a name"); }
        else if (NotText.IsNoName(text)) { context.AddFailure($"{what}: “{text.Trim()}” is not a name"); }
        else if (NotText.Ungarbled(text) is { } meant) { context.AddFailure($"{what}: some letters were garbled. Is it {meant}?"); }
        else if (NotText.HasLostLetters(text)) { context.AddFailure($"{what}: some letters were lost. Type the name again"); }
        else if (NotText.Unquoted(text) is not null) { context.AddFailure($"{what}: leave out the quotation marks"); }
    });
}
