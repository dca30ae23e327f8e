namespace DcoPortal.EndToEnd.Support;

/// <summary>The parts of logging a notification, filled in as a caseworker would.</summary>
public static class NotificationSteps
{
    /// <summary>Everything from an empty form to the check page, for tests that are about what comes after.</summary>
    public static async Task FillAsync(this Visitor visitor, string surname)
    {
        await visitor.FillChildAsync(surname);
        await visitor.FillRequestAsync();
        await visitor.FillFamilyAsync();
        await visitor.ToCheckAsync();
    }

    /// <summary>Goes on to the check page.</summary>
    public static async Task ToCheckAsync(this Visitor visitor)
    {
        await visitor.PressAsync("Check your answers");
        await visitor.HeadingAsync("Check your answers");
    }

    public static async Task FillChildAsync(this Visitor visitor, string surname)
    {
        await visitor.TypeAsync("Forenames", "Amelia Rose");
        await visitor.TypeAsync("Legal surname", surname);
        await visitor.TypeDateAsync("Child.DateOfBirth", new DateOnly(2019, 3, 31));
        await visitor.TypeAsync("NHS number", "");
        await visitor.ChooseAsync("NHS number not known");
        await visitor.UnfoldAsync("More about them");
        await visitor.TypeAsync("Communication needs", "Signs, and short sentences");
    }

    public static async Task FillRequestAsync(this Visitor visitor)
    {
        await visitor.TypeDateAsync("Request.Received", new DateOnly(2026, 11, 16));
        await visitor.ChooseAsync("Parent or carer");
        await visitor.ChooseAsync("The authority will assess");
        await visitor.TypeDateAsync("Request.DecisionOn", new DateOnly(2026, 11, 20));
        await visitor.Page.Locator("[name='Request.PrimaryNeed']").SelectOptionAsync("SLCN");
    }

    public static async Task FillFamilyAsync(this Visitor visitor)
    {
        await visitor.ChooseAsync("The family knows and agrees");
        await visitor.UnfoldAsync("Anyone or anything not to share");
        await visitor.TypeAsync("Anyone not to share with (optional)", "Her uncle");
        await visitor.UnfoldAsync("Parents or carers");
        await visitor.TypeAsync("Name of the parent or carer", "Ruth Hargreaves");
        await visitor.UnfoldAsync("Views, wishes and feelings");
        await visitor.TypeAsync("Views, wishes and feelings", "She loves water and music. She wants to sit with her friends.");
        await visitor.UnfoldAsync("School or setting");
        await visitor.TypeAsync("School, college or early-years provider", "St Wilfrid's CE Academy");
        await visitor.Page.Keyboard.PressAsync("Escape");
    }

    /// <summary>Opens a folded part, unless it is open.</summary>
    public static async Task UnfoldAsync(this Visitor visitor, string name)
    {
        var fold = visitor.Page.Locator("details.dco-fold", new() { Has = visitor.Page.Locator(".dco-fold__name", new() { HasText = name }) }).First;
        if (await fold.GetAttributeAsync("open") is null) { await fold.Locator("summary").ClickAsync(); }
    }
}
