using System.Text.RegularExpressions;
using DcoPortal.Web.Platform.Ui;
using DcoPortal.Web.Platform.Ui.TagHelpers;
using Microsoft.AspNetCore.Mvc.Rendering;
using static DcoPortal.Tests.Platform.Ui.DesignSystemFixtures;
using ContentOf = DcoPortal.Tests.Platform.Ui.TagHelperRunner.ContentOf;

namespace DcoPortal.Tests.Platform.Ui;

public class FormFieldMarkupTests
{
    readonly TagHelperRunner runner = new();

    T Field<T>(T field, string id, string label, string name = "example") where T : FieldTagHelper
    {
        (field.Id, field.Name, field.Label, field.LabelSize, field.LabelIsH1, field.ViewContext) = (id, name, label, "l", true, runner.View);
        return field;
    }

    [Fact]
    public async Task A_text_box_is_the_design_systems() => AssertSame(
        Html("input", "default"),
        await runner.Run(Field(new InputTagHelper(), "example", "What is your full name?")));

    [Fact]
    public async Task A_text_box_with_hint_and_error_is_the_design_systems()
    {
        var field = Field(new InputTagHelper { Code = true, Width = "10" }, "with-hint-error", "What is your NHS number?");
        (field.Hint, field.Error) = ("HINT", "Enter NHS number");
        AssertSame(
            Html("input", "with error message and hint").Replace("This is a 10 digit number (like <span class=\"nhsuk-u-nowrap\">999 123 4567</span>) that you can find on an NHS letter, prescription or in the NHS App", "HINT"),
            await runner.Run(field, "", null, ("inputmode", "numeric")));
    }

    [Fact]
    public async Task A_text_box_with_prefix_and_suffix_is_the_design_systems()
    {
        var field = Field(new InputTagHelper { Prefix = "£", Suffix = "per item", Width = "5" }, "with-prefix-suffix", "Cost per item, in pounds");
        (field.LabelSize, field.Error) = ("", "Enter a cost per item, in pounds");
        AssertSame(Html("input", "with prefix and suffix and error message"), await runner.Run(field));
    }

    [Fact]
    public async Task A_text_area_with_hint_and_error_is_the_design_systems()
    {
        var field = Field(new TextareaTagHelper(), "with-hint-error", "Can you provide more detail?");
        (field.Hint, field.Error) = ("Do not include personal information like your name, date of birth or NHS number", "You must provide an explanation");
        AssertSame(Html("textarea", "with error message and hint"), await runner.Run(field));
    }

    [Theory]
    [InlineData("default", "example", "Can you provide more detail?", 200, 5, "Do not include personal information like your name, date of birth or NHS number")]
    [InlineData("with custom rows", "custom-rows", "Can you provide more detail?", 350, 15, null)]
    public async Task A_character_count_is_the_design_systems(string fixture, string id, string label, int most, int rows, string? hint)
    {
        var field = Field(new TextareaTagHelper { MaxLength = most, Rows = rows }, id, label);
        field.Hint = hint;
        AssertSame(Html("character-count", fixture), await runner.Run(field));
    }

    // ours binds to a nested model, so its boxes are named Date.Day where the fixture has "day"
    static string Nested(string html) => html
        .Replace("example-day", "example_Day").Replace("example-month", "example_Month").Replace("example-year", "example_Year")
        .Replace("name=\"day\"", "name=\"example.Day\"").Replace("name=\"month\"", "name=\"example.Month\"").Replace("name=\"year\"", "name=\"example.Year\"");

    [Fact]
    public async Task A_date_input_is_the_design_systems()
    {
        var field = Field(new DateInputTagHelper(), "example", "What is your date of birth?");
        field.Hint = "For example, 31 3 1980";
        AssertSame(Nested(Html("date-input", "default")), await runner.Run(field));
    }

    [Fact]
    public async Task A_date_without_a_day_marks_only_the_day()
    {
        var field = Field(new DateInputTagHelper { Value = new DateInput { Month = "3", Year = "1980" } }, "example", "What is your date of birth?");
        (field.Hint, field.Error) = ("For example, 31 3 1980", "Date of birth must include a day");
        AssertSame(Nested(Html("date-input", "with error on day input")), await runner.Run(field));
    }

    [Fact]
    public async Task A_blank_date_marks_all_boxes()
    {
        var field = Field(new DateInputTagHelper(), "example", "What is your date of birth?");
        (field.Hint, field.Error) = ("For example, 31 3 1980", "Enter your date of birth");
        AssertSame(Nested(Html("date-input", "with error message and hint")), await runner.Run(field));
    }

    static OptionTagHelper Option(string value, string label) => new() { Value = value, Label = label };

    [Fact]
    public async Task Radios_are_the_design_systems() => AssertSame(
        Html("radios", "default"),
        await runner.Run(Field(new RadiosTagHelper(), "example", "How do you want to be contacted about this?"), "",
            [Option("email", "Email"), Option("phone", "Phone"), Option("text", "Text message")]));

    [Fact]
    public async Task Inline_radios_are_the_design_systems() => AssertSame(
        Html("radios", "inline"),
        await runner.Run(Field(new RadiosTagHelper { Inline = true }, "inline", "Are you 18 or over?"), "", [Option("yes", "Yes"), Option("no", "No")]));

    [Fact]
    public async Task Radios_with_hints_on_items_are_the_design_systems()
    {
        var mobile = Option("mobile", "Yes, I have a mobile phone with signal");
        mobile.Hint = "We will text you a 6 digit security code";
        var landline = Option("landline", "No, I want to use my landline");
        landline.Hint = "We will call you to give you a 6 digit security code";
        AssertSame(Html("radios", "with hints on items"),
            await runner.Run(Field(new RadiosTagHelper(), "with-hint-item", "Do you have a mobile phone with signal?"), "", [mobile, landline]));
    }

    [Fact]
    public async Task The_content_of_a_radio_stands_under_it_chosen_or_not()
    {
        var field = Field(new RadiosTagHelper { Value = "email" }, "conditional", "How do you want to be contacted about this?");
        field.Hint = "Select 1 option";
        string Inner(string id, string label, string type, string more = "") =>
            $"<div class=\"nhsuk-form-group\"><label class=\"nhsuk-label\" for=\"{id}\">{label}</label><input class=\"nhsuk-input nhsuk-u-width-two-thirds\" id=\"{id}\" name=\"{id}\" type=\"{type}\"{more}></div>";
        AssertSame(AlwaysShown(Html("radios", "with pre-checked value")), await runner.Run(field, "", [
            new ContentOf(Option("email", "Email"), Inner("contact-by-email", "Email address", "text", " spellcheck=\"false\"")),
            new ContentOf(Option("phone", "Phone"), Inner("contact-by-phone", "Phone number", "tel")),
            new ContentOf(Option("text", "Text message"), Inner("contact-by-text", "Mobile phone number", "tel"))]));
    }

    // a radio may not have the aria-expanded that the design system's script gives it
    private static string AlwaysShown(string html) => Regex.Replace(html, " data-aria-controls=\"[^\"]*\"| id=\"conditional-conditional[^\"]*\"| nhsuk-radios__conditional--hidden", "");

    [Fact]
    public async Task Checkboxes_with_hint_and_error_are_the_design_systems()
    {
        var field = Field(new CheckboxesTagHelper(), "with-hint-error", "How do you want to be contacted about this?");
        (field.Hint, field.Error) = ("Select all options that are relevant to you", "Select how you want to be contacted");
        AssertSame(Html("checkboxes", "with error message and hint"),
            await runner.Run(field, "", [Option("email", "Email"), Option("phone", "Phone"), Option("text message", "Text message")]));
    }

    [Fact]
    public async Task Checkboxes_with_a_none_of_these_choice_are_the_design_systems()
    {
        var none = Option("none", "I do not want to be contacted");
        none.Exclusive = true;
        AssertSame(Html("checkboxes", "with \"none\" option"),
            await runner.Run(Field(new CheckboxesTagHelper(), "none", "How do you want to be contacted about this?"), "",
                [Option("email", "Email"), Option("phone", "Phone"), Option("text", "Text message"), new OptionTagHelper { Divider = "or" }, none]));
    }

    [Fact]
    public async Task Checkboxes_without_a_label_have_no_fieldset() => AssertSame(
        Html("checkboxes", "without fieldset"),
        await runner.Run(Field(new CheckboxesTagHelper(), "without-fieldset", "", "colours"), "", [Option("red", "Red"), Option("green", "Green"), Option("blue", "Blue")]));

    [Fact]
    public async Task A_select_with_a_chosen_value_is_the_design_systems()
    {
        List<SelectListItem> items = [new("Recently published", "published"), new("Recently updated", "updated"), new("Most views", "views"), new("Most comments", "comments")];
        AssertSame(Html("select", "with selected value"),
            await runner.Run(Field(new SelectTagHelper { Items = items, Value = "updated" }, "with-value", "Sort by")));
    }

    // the browser's own picker: the script of the design system names its button other than it looks
    private static string Native(string html) => Regex.Replace(html, " data-(module|i18n\\.[a-z.-]+)=\"[^\"]*\"", "");

    [Fact]
    public async Task A_file_upload_with_hint_and_error_is_the_design_systems()
    {
        var field = Field(new FileUploadTagHelper(), "file-upload", "Upload a file", "file-upload");
        (field.Hint, field.Error) = ("Your photo may be in your Pictures, Photos, Downloads or Desktop folder", "The selected file must be a JPG, BMP or TIF");
        AssertSame(Native(Html("file-upload", "with error message and hint")), await runner.Run(field));
    }

    [Fact]
    public async Task A_file_upload_of_several_is_the_design_systems() => AssertSame(
        Native(Html("file-upload", "with multiple")),
        await runner.Run(Field(new FileUploadTagHelper { Multiple = true }, "file-upload", "Upload multiple files", "file-upload")));

    [Fact]
    public async Task What_a_user_typed_is_encoded_and_shown_again_instead_of_the_models_value()
    {
        runner.View.ViewData.ModelState.SetModelValue("example", "<b>typed</b>", "<b>typed</b>");
        var html = await runner.Run(Field(new InputTagHelper { Value = "stored" }, "example", "Name"));
        Assert.Contains("value=\"&lt;b&gt;typed&lt;/b&gt;\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("stored", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_is_never_shown_again()
    {
        runner.View.ViewData.ModelState.SetModelValue("example", "secret-words", "secret-words");
        Assert.DoesNotContain("secret-words", await runner.Run(Field(new InputTagHelper { Type = "password" }, "example", "Password")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exceptions_own_words_never_reach_a_user()
    {
        var metadata = new Microsoft.AspNetCore.Mvc.ModelBinding.EmptyModelMetadataProvider().GetMetadataForType(typeof(string));
        runner.View.ViewData.ModelState.AddModelError("example", new InvalidCastException("Unable to cast object"), metadata);
        var html = await runner.Run(Field(new InputTagHelper(), "example", "Name"));
        Assert.DoesNotContain("Unable to cast", html, StringComparison.Ordinal);
        Assert.Contains("nhsuk-error-message", html, StringComparison.Ordinal);
    }
}
