namespace DcoPortal.EndToEnd.Support;

/// <summary>The steps of logging a notification, filled in as a caseworker would, each saved with "Save and continue".</summary>
public static class NotificationSteps
{
    /// <summary>Everything from the child to the check page, for tests that are about what comes after.</summary>
    public static async Task FillAsync(this Visitor visitor, string surname, Func<string, Task>? look = null)
    {
        look ??= _ => Task.CompletedTask;
        await visitor.FillChildAsync(surname);
        await look("child");
        await visitor.ContinueAsync("Request");
        await visitor.FillRequestAsync();
        await look("request");
        await visitor.ContinueAsync("Family");
        await visitor.FillFamilyAsync();
        await look("family");
        await visitor.ContinueAsync("School or setting");
        await visitor.TypeAsync("School, college or early-years provider", "St Wilfrid's CE Academy");
        await look("setting");
        await visitor.ContinueAsync("NHS professionals");
        await look("professionals");
        await visitor.ContinueAsync("Documents");
        await look("documents");
        await visitor.ContinueAsync("Check your answers");
    }

    /// <summary>Saves the step and waits for the next.</summary>
    public static async Task ContinueAsync(this Visitor visitor, string heading)
    {
        await visitor.PressAsync("Save and continue");
        await visitor.HeadingAsync(heading);
    }

    public static async Task FillChildAsync(this Visitor visitor, string surname)
    {
        await visitor.TypeAsync("Forenames", "Amelia Rose");
        await visitor.TypeAsync("Legal surname", surname);
        await visitor.TypeDateAsync("DateOfBirth", new DateOnly(2019, 3, 31));
        await visitor.TypeAsync("NHS number", "");
        await visitor.ChooseAsync("NHS number not known");
        await visitor.TypeAsync("Communication needs", "Signs, and short sentences");
    }

    public static async Task FillRequestAsync(this Visitor visitor)
    {
        await visitor.TypeDateAsync("Received", new DateOnly(2026, 11, 16));
        await visitor.ChooseAsync("Parent or carer");
        await visitor.ChooseAsync("The authority will assess");
        await visitor.TypeDateAsync("DecisionOn", new DateOnly(2026, 11, 20));
        await visitor.Page.Locator("[name=PrimaryNeed]").SelectOptionAsync("SLCN");
    }

    public static async Task FillFamilyAsync(this Visitor visitor)
    {
        await visitor.TypeAsync("Parent or carer", "Ruth Hargreaves");
        await visitor.TypeAsync("Views, wishes and feelings", "She loves water and music. She wants to sit with her friends.");
        await visitor.ChooseAsync("The family knows and agrees");
        await visitor.TypeAsync("Anyone not to share with (optional)", "Her uncle");
    }
}
