using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;

namespace DcoPortal.Web.Features.Dev.Components;

/// <summary>Every component in its normal and its error state, for people who build pages and for the browser tests. Development only.</summary>
[Area("Dev"), AllowAnonymous]
public sealed class ComponentsController(IHostEnvironment environment) : Controller
{
    /// <summary>The page; ?errors=true shows every field with an error, ?banner=true the banners.</summary>
    [HttpGet("/dev/components")]
    public IActionResult Index(bool errors = false, bool banner = false)
    {
        if (!environment.IsDevelopment())
            return NotFound();
        ModelState.Clear();
        var form = new ComponentsForm { Born = new DateInput { Day = "31", Month = "", Year = "2019" }, Name = "Zoë Ashworth", Choice = "other", Choices = ["a"] };
        if (errors)
        {
            ModelState.AddModelError(nameof(form.Note), "Note must be 200 characters or fewer");
            ModelState.AddModelError(nameof(form.Name), "Enter the child's name");
            ModelState.AddModelError(nameof(form.Born), form.Born.Problem("Date of birth")!);
            foreach (var field in new[] { nameof(form.Choice), nameof(form.Choices), nameof(form.Service), nameof(form.Confirmed) })
                ModelState.AddModelError(field, $"Choose an answer for {field.ToLowerInvariant()}");
            ModelState.AddModelError(nameof(form.File), "Choose a file of up to 25 MB");
            ModelState.AddModelError("", "The request was changed by somebody else");
        }
        if (banner)
        {
            TempData.Success("Request sent to 8 professionals");
            TempData.Notice("One professional is on leave until 3 March 2026");
        }
        return View(form);
    }
}

/// <summary>The form that the fields of the components page are bound to.</summary>
public sealed class ComponentsForm
{
    /// <summary>A name.</summary>
    [Display(Name = "Child's name")]
    public string? Name { get; set; }

    /// <summary>A date.</summary>
    [Display(Name = "Date of birth")]
    public DateInput Born { get; set; } = new();

    /// <summary>Long text.</summary>
    public string? Note { get; set; }

    /// <summary>One of several.</summary>
    [Display(Name = "Why is there no advice?")]
    public string? Choice { get; set; }

    /// <summary>Several.</summary>
    [Display(Name = "Which services?")]
    public IReadOnlyList<string> Choices { get; set; } = [];

    /// <summary>From a list.</summary>
    public string? Service { get; set; }

    /// <summary>A yes.</summary>
    public bool Confirmed { get; set; }

    /// <summary>A file.</summary>
    public IFormFile? File { get; set; }
}
