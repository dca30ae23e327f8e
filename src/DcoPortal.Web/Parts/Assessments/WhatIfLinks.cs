using System.Globalization;

namespace DcoPortal.Web.Parts.Assessments;

/// <summary>Addresses of the what-if page with its fields filled in. They hold days and codes, and nothing that names a child.</summary>
public static class WhatIfLinks
{
    /// <summary>The name of the route in the address.</summary>
    public const string RouteName = "route";

    /// <summary>The address with the route and the days of an assessment.</summary>
    public static string For(Assessment assessment)
    {
        var address = $"{Addresses.Clock}?{RouteName}={assessment.Route}{Day(assessment.StartedBy, assessment.RequestReceivedOn)}";
        if (assessment is { StartedBy: ClockEvent.ReassessmentRequested, Decision: AssessmentDecision.Assess, DecidedOn: { } told }) { address += Day(ClockEvent.ReassessmentNotified, told); }
        if (assessment.DraftServedOn is { } served) { address += Day(ClockEvent.DraftPlanServed, served); }
        return assessment.AdviceRequestReceivedOn is { } asked ? address + Day(ClockEvent.HealthReceivedRequest, asked) : address;
    }

    private static string Day(ClockEvent clockEvent, DateOnly on) =>
        string.Create(CultureInfo.InvariantCulture, $"&{clockEvent}.Day={on.Day}&{clockEvent}.Month={on.Month}&{clockEvent}.Year={on.Year}");
}
