using System.Globalization;
using DcoPortal.Benchmarks;
using DcoPortal.Benchmarks.Bare;
using DcoPortal.Benchmarks.Data;
using DcoPortal.Benchmarks.Portal;
using DcoPortal.Benchmarks.Report;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is [BareServer.Command, var database, var pages, var url])
{
    await BareServer.RunAsync(database, pages, url);
    return 0;
}
if (BenchmarkOptions.Parse(args) is not { } options)
{
    await Console.Error.WriteLineAsync(BenchmarkOptions.Usage);
    return 1;
}

if (options.Publishes)
{
    Progress.Say("Publishing the portal");
    await PublishedPortal.PublishAsync();
}
if (options.WritesStatistics)
{
    await PlannerStatistics.WriteAsync(await KeptData.TenYearsAsync(options.Shape, options.Size, options.Port));
    return 0;
}
Console.WriteLine($"Commit {await Machine.CommitAsync()}. {Machine.Words}. The median and the 95th percentile of {options.Answers} answers.");
if (!options.Growth)
{
    await new Measurement(options, options.Size).RunAsync();
    return 0;
}
var small = await new Measurement(options, options.Size / 10).RunAsync();
var large = await new Measurement(options, options.Size).RunAsync();
Console.WriteLine($"\n## Growth: size {options.Size} as a multiple of size {options.Size / 10}\n");
Tables.PrintGrowth(small, large);
return 0;
