using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace DcoPortal.Web.Parts.Requests;

/// <summary>A form that may set aside an answer which somebody has begun.</summary>
public interface ISetsAside
{
    /// <summary>The stamp of the begun answer that the page showed; null for none.</summary>
    string? Begun { get; }

    /// <summary>Whether the person says that it is not to be sent.</summary>
    bool SetAside { get; }
}

/// <summary>Asks for it.</summary>
public static class SettingAside
{
    /// <summary>Adds an error where an answer is begun and the person has not seen it, or has not said that it is not to be sent.</summary>
    public static void AskAbout(this ModelStateDictionary state, ISetsAside form, BegunAnswer? begun)
    {
        if (BegunAnswerQuery.Unseen(begun, form.Begun) is { Rule: { } unseen }) { state.AddModelError(BegunAnswerQuery.Field, unseen); }
        else if (begun is not null && !form.SetAside) { state.AddModelError(BegunAnswerQuery.Field, "Tick this if what is begun is not to be sent"); }
    }
}
