using Petitions.Web.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddPetitionsWeb();
var app = builder.Build();
app.UsePetitionsWeb();
app.Run();

/// <summary>Named so that tests can start the whole site.</summary>
public partial class Program;
