using DcoPortal.Casework.Accounts;
using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Clock;
using DcoPortal.Casework.Digests;
using DcoPortal.Casework.Directory;
using DcoPortal.Casework.Escalations;
using DcoPortal.Casework.Exemptions;
using DcoPortal.Casework.Figures;
using DcoPortal.Casework.Incidents;
using DcoPortal.Casework.Ladder;
using DcoPortal.Casework.Lists;
using DcoPortal.Casework.Notes;
using DcoPortal.Casework.Notifications;
using DcoPortal.Casework.Notifications.Importing;
using DcoPortal.Casework.Questions;
using DcoPortal.Casework.Requests;
using DcoPortal.Casework.RightAuthority;
using DcoPortal.Casework.Schools;
using DcoPortal.Casework.Ties;
using DcoPortal.Casework.Transfers;
using DcoPortal.Casework.Undoing;

namespace DcoPortal.Casework;

internal static class CaseworkSetup
{
    /// <summary>What people do to cases, noun by noun. The promises that must hold everywhere are added one by one where the program starts.</summary>
    public static IServiceCollection AddCasework(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<Change>();
        services.AddAccounts();
        services.AddDirectory();
        services.AddSchools();
        services.AddNotifications();
        services.AddImports(configuration);
        services.AddAssessments();
        services.AddRequests();
        services.AddExemptions();
        services.AddQuestions();
        services.AddNotes();
        services.AddIncidents();
        services.AddFigures();
        services.AddTies();
        services.AddTransfers();
        services.AddRightAuthority();
        services.AddUndoing();
        services.AddClock();
        services.AddScoped<SavedFilters>();
        services.AddScoped<SavedViewsHandler>();
        services.AddScoped<SavedViewsQuery>();
        // the morning's jobs run in the order of these three lines
        services.AddLadder();
        services.AddEscalations();
        services.AddDigests();
        return services;
    }
}
