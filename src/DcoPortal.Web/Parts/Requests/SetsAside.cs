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
        if (begun is null) { return; }
        if (form.Begun != begun.Stamp) { state.AddModelError(nameof(ISetsAside.SetAside), "An answer is begun here. Look at it, then say that it is not to be sent"); }
        else if (!form.SetAside) { state.AddModelError(nameof(ISetsAside.SetAside), "Tick this if what is begun is not to be sent"); }
    }
}
