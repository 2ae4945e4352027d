using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Quartz;

namespace Petitions.Web.Hosting;

/// <summary>One database engine as <c>Program.cs</c> offers it.</summary>
public sealed record Engine(IEngineInfo Info, Action<DbContextOptionsBuilder, string> Configure, IDatabaseCopies Copies, Func<string, string>? DefaultConnection = null, Action<IQuartzBuilder, string>? JobStore = null);
