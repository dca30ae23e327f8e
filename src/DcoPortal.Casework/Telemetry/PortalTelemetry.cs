using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace DcoPortal.Casework.Telemetry;

/// <summary>The spans and metrics of the portal's work. They cost nothing where no collector listens.</summary>
internal static class PortalTelemetry
{
    public const string Name = "DcoPortal";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Emails = Meter.CreateCounter<long>("dco.emails", "{email}", "Emails tried, by template and outcome");
    private static readonly Histogram<double> Jobs = Meter.CreateHistogram<double>("dco.job.duration", "s", "How long a job ran, by job and outcome");

    /// <summary>The span of one email on its way to its carrier.</summary>
    public static Activity? StartEmail(string template) => Source.StartActivity("email send", ActivityKind.Producer)?.SetTag("dco.email.template", template);

    /// <summary>Records whether the email was sent.</summary>
    public static void EmailTried(Activity? span, string template, Exception? failure)
    {
        Outcome(span, failure);
        Emails.Add(1, new("dco.email.template", template), new("dco.outcome", failure is null ? "sent" : failure.GetType().Name));
    }

    /// <summary>The span of one run of a job.</summary>
    public static Activity? StartJob(string name) => Source.StartActivity($"job {name}", ActivityKind.Internal)?.SetTag("dco.job.name", name);

    /// <summary>Records the run's duration and whether it failed.</summary>
    public static void JobRan(Activity? span, string name, TimeSpan duration, Exception? failure)
    {
        Outcome(span, failure);
        Jobs.Record(duration.TotalSeconds, new("dco.job.name", name), new("dco.outcome", failure is null ? "done" : failure.GetType().Name));
    }

    /// <summary>The span of a query that has just run, inside other work only: the workers poll every few seconds, and those polls get no span.</summary>
    public static Activity? StartQuery(string name, DateTimeOffset start) =>
        Activity.Current is { } work ? Source.StartActivity(name, ActivityKind.Client, work.Context, startTime: start) : null;

    /// <summary>Records only the exception's type: its message may hold what a person typed.</summary>
    public static void Outcome(Activity? span, Exception? failure)
    {
        if (failure is not null) { span?.SetStatus(ActivityStatusCode.Error).SetTag("error.type", failure.GetType().FullName); }
    }
}
