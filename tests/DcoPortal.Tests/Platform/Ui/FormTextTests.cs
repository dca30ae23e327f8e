using System.Reflection;
using System.Text.RegularExpressions;
using DcoPortal.Tests.Support;
using DcoPortal.Web.Platform.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Razor.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Platform.Ui;

/// <summary>Every form of the portal: how long a text may be, and what in it says nothing.</summary>
public sealed partial class FormTextTests : IDisposable
{
    /// <summary>Boxes in which "None" or "N/A" is dealt with elsewhere, and where.</summary>
    private static readonly Dictionary<string, string> DealtWithElsewhere = new()
    {
        ["FamilyForm.Views"] = "kept in the draft as typed, left out when it is logged or corrected (ContentOrNull)",
        ["FamilyForm.DoNotShareWith"] = "the same; an objection needs words",
        ["RequestForm.Reasons"] = "the same",
        ["CorrectDetailsForm.Reasons"] = "the same",
        ["SharingForm.DoNotShareWith"] = "the same",
        ["SharingForm.Consent"] = "the same",
        ["ChildForm.Address"] = "the same",
        ["ChildForm.CommunicationNeeds"] = "the same",
        ["ComponentsForm.Note"] = "shows the design system to developers",
    };

    /// <summary>Boxes of a page that are sent as another form.</summary>
    private static readonly Dictionary<string, string> SentAs = new() { ["RecordedPage.Reason"] = "WithdrawForm", ["EscalationForm.Reason"] = "EscalateForm" };

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public void Every_box_for_several_lines_counts_up_to_what_its_rule_allows()
    {
        using var scope = _app.Services.CreateScope();
        var boxes = Boxes().Where(b => b.Most is not null).ToList();
        var wrong = boxes.Where(b => MostOf(scope.ServiceProvider, b.Form, b.Property) is var most && most != b.Most && !b.Form.Name.StartsWith("Component", StringComparison.Ordinal))
            .Select(b => $"{b.View}: {b.Form.Name}.{b.Property.Name} counts to {b.Most}, its rule allows {MostOf(scope.ServiceProvider, b.Form, b.Property)?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "any length"}");

        Assert.Equal("", string.Join('\n', wrong));
        Assert.True(boxes.Count > 20, $"only {boxes.Count} boxes were found");
    }

    [Fact]
    public void Every_box_for_several_lines_knows_that_none_and_not_applicable_may_say_nothing() =>
        Assert.Equal("", string.Join('\n', Boxes().Where(b => b.Property.GetCustomAttribute<SentenceAttribute>() is null && !DealtWithElsewhere.ContainsKey($"{b.Form.Name}.{b.Property.Name}")).Select(b => $"{b.View}: {b.Form.Name}.{b.Property.Name}").Distinct()));

    [Fact]
    public void No_form_counts_a_text_in_another_way() =>
        Assert.Empty(Repository.Sources(".cs").Where(f => f.Path.StartsWith("src/DcoPortal.Web/", StringComparison.Ordinal) && OtherWays().IsMatch(f.Text)).Select(f => f.Path));

    [Theory]
    [InlineData("N/A", null)]
    [InlineData("None", null)]
    [InlineData("#N/A", null)]
    [InlineData("-", null)]
    [InlineData("TBC", null)]
    [InlineData("None of the services knows the child", "None of the services knows the child")]
    public async Task A_reason_that_says_nothing_is_asked_for_again_and_stays_in_the_box(string typed, string? kept)
    {
        var keys = await _app.AssessmentAsync(decision: null);
        var administrator = await _app.SignInAsync(TestWorld.Administrator);

        var page = await administrator.SubmitAsync(await administrator.GetAsync($"/triage/{keys.Reference}/no-request"), "main form", new() { ["Reason"] = typed });

        if (kept is not null) { Assert.Contains("is out of triage", page.Text, StringComparison.Ordinal); return; }
        Assert.Equal(["Say why no request is needed now"], page.Errors);
        Assert.Equal(typed, page.Find("#Reason").TextContent);
    }

    [Fact]
    public async Task A_text_of_the_longest_length_is_taken_with_its_line_breaks_counted_once_and_one_more_is_not()
    {
        var keys = await _app.AssessmentAsync(decision: null);
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        var form = await administrator.GetAsync($"/triage/{keys.Reference}/no-request");
        var lines = string.Concat(Enumerable.Repeat("123456789\r\n", 100));

        Task<HttpResponseMessage> SendAsync(string reason) => administrator.Client.PostAsync($"/triage/{keys.Reference}/no-request", new FormUrlEncodedContent(
            [KeyValuePair.Create("__RequestVerificationToken", form.Find("input[name=__RequestVerificationToken]").GetAttribute("value")!), KeyValuePair.Create("Reason", reason)]));

        Assert.Contains("The reason must be 1,000 characters or fewer", await (await SendAsync(lines + "1")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.Redirect, (await SendAsync(lines)).StatusCode);
    }

    [Theory]
    [InlineData("No", true)]
    [InlineData("None known", true)]
    [InlineData("TBC", false)]
    [InlineData("...", false)]
    public void Where_none_may_be_true_only_what_is_no_answer_is_nothing(string typed, bool isAnswer) => Assert.Equal(!isAnswer, DcoPortal.Domain.Text.NotText.IsNoAnswer(typed));

    private sealed record Box(string View, Type Form, PropertyInfo Property, int? Most);

    // each <nhs-textarea for="A.B"> with the form whose property it is
    private static IEnumerable<Box> Boxes()
    {
        foreach (var item in typeof(Program).Assembly.GetCustomAttributes<RazorCompiledItemAttribute>())
        {
            var model = ModelOf(item.Type);
            var path = Path.Combine(Repository.Root, "src/DcoPortal.Web", item.Identifier.TrimStart('/'));
            if (model is null || !File.Exists(path)) { continue; }
            foreach (Match tag in Textarea().Matches(File.ReadAllText(path)))
            {
                var (form, property) = (model, (PropertyInfo?)null);
                foreach (var part in tag.Groups["for"].Value.Split('.'))
                {
                    form = property?.PropertyType ?? form;
                    property = form.GetProperty(part) ?? form.GetInterfaces().Select(i => i.GetProperty(part)).FirstOrDefault(p => p is not null);
                    if (property is null) { throw new InvalidOperationException($"{item.Identifier}: {form.Name} has no {part}."); }
                }
                if (SentAs.TryGetValue($"{form.Name}.{property!.Name}", out var sent))
                {
                    form = form.Assembly.GetTypes().Single(t => t.Name == sent);
                    property = form.GetProperty(property.Name)!;
                }
                yield return new(item.Identifier, form, property, Number(tag.Groups["most"].Value));
            }
        }
    }

    private static Type? ModelOf(Type page)
    {
        for (var t = page; t is not null; t = t.BaseType) { if (t.IsGenericType && t.GetGenericTypeDefinition() == typeof(RazorPage<>)) { return t.GetGenericArguments()[0]; } }
        return null;
    }

    // "1000", or "@AdviceRequest.NoteLength"
    private static int? Number(string most)
    {
        if (most.Length == 0) { return null; }
        if (int.TryParse(most, out var number)) { return number; }
        var parts = most.TrimStart('@').Split('.');
        return (int)typeof(DcoPortal.Domain.Requests.AdviceRequest).Assembly.GetTypes().Single(t => t.Name == parts[0] && t.GetField(parts[1]) is not null).GetField(parts[1])!.GetRawConstantValue()!;
    }

    // a form that others extend has its rules where each of them is checked
    private static int? MostOf(IServiceProvider services, Type form, PropertyInfo property) => form.Assembly.GetTypes().Where(t => form.IsAssignableFrom(t) && !t.ContainsGenericParameters)
        .SelectMany(t => services.GetServices(typeof(IValidator<>).MakeGenericType(t)).Concat(Parts(t))).OfType<IValidator>()
        .SelectMany(v => v.CreateDescriptor().GetValidatorsForMember(property.Name)).Select(v => v.Validator).OfType<IAtMost>().FirstOrDefault()?.Most;

    // validators that others include
    private static IEnumerable<object?> Parts(Type form) => form.Assembly.GetTypes()
        .Where(v => v.BaseType == typeof(AbstractValidator<>).MakeGenericType(form) && v.GetConstructor(Type.EmptyTypes) is not null).Select(v => Activator.CreateInstance(v));

    [GeneratedRegex("""<nhs-textarea\s+for="(?<for>[\w.]+)"(?:[^>"]|"[^"]*")*?(?:max-length="(?<most>[^"]+)"|/>)""")]
    private static partial Regex Textarea();

    [GeneratedRegex(@"\.MaximumLength\(|\[(StringLength|MaxLength)\b")]
    private static partial Regex OtherWays();
}
