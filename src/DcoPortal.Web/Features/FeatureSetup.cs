using DcoPortal.Web.Features.Account;
using DcoPortal.Web.Features.Admin;
using DcoPortal.Web.Features.Advice;
using DcoPortal.Web.Features.Assessments;
using DcoPortal.Web.Features.Calendar;
using DcoPortal.Web.Features.Clock;
using DcoPortal.Web.Features.Directory;
using DcoPortal.Web.Features.Documents;
using DcoPortal.Web.Features.Exemptions;
using DcoPortal.Web.Features.Help;
using DcoPortal.Web.Features.Home;
using DcoPortal.Web.Features.Incidents;
using DcoPortal.Web.Features.Notes;
using DcoPortal.Web.Features.Questions;
using DcoPortal.Web.Features.Search;
using DcoPortal.Web.Parts;

namespace DcoPortal.Web.Features;

internal static class FeatureSetup
{
    /// <summary>Every area of pages.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddScoped<INavigation, Navigation>();
        services.AddParts();
        services.AddAccountPages();
        services.AddAdminPages();
        services.AddAdvicePages();
        services.AddAssessmentsPages();
        services.AddCalendarPages();
        services.AddClockPages();
        services.AddDirectoryPages();
        services.AddDocumentsPages();
        services.AddExemptionsPages();
        services.AddHelpPages();
        services.AddHomePages();
        services.AddIncidentsPages();
        services.AddNotesPages();
        services.AddQuestionsPages();
        services.AddSearchPages();
        return services;
    }
}
