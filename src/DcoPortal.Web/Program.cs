var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
app.Run();

/// <summary>The portal. Public so that the tests can host it.</summary>
public partial class Program;
