using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Petitions.Services.Notices.Channels;

namespace Petitions.Web.Tests.Kill;

/// <summary>A text message gateway that takes what comes, keeps it, and holds back the answer to one message until it is let go.</summary>
internal sealed class HeldGateway : IAsyncDisposable
{
    private const string Host = "127.0.0.1";
    private readonly WebApplication app;
    private readonly TaskCompletionSource<Guid> held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HeldGateway(WebApplication app) => this.app = app;

    /// <summary>Ids in the order they were taken; a repeated one stands twice.</summary>
    public ConcurrentQueue<Guid> Taken { get; } = new();

    /// <summary>The message that was taken and not answered.</summary>
    public Task<Guid> Held => held.Task;

    public string Url => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    /// <summary>What a portal needs to send here.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Notices__Deliver"] = "true",
        ["Notices__AllowedHosts__0"] = Host,
        ["Notices__PrivateHosts__0"] = Host,
        ["Notices__Sms__Url"] = Url,
        ["Notices__Sms__Secret"] = new string('s', SmsOptions.SecretMin),
    };

    /// <param name="holdAt">Which message, counted from one, gets no answer.</param>
    public static async Task<HeldGateway> StartAsync(int holdAt)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add($"http://{Host}:0");
        var gateway = new HeldGateway(app);
        app.Run(context => gateway.TakeAsync(context, holdAt));
        await app.StartAsync();
        return gateway;
    }

    public void Configure(NoticeOptions options)
    {
        options.AllowedHosts = [Host];
        options.PrivateHosts = [Host];
        options.Sms = new SmsOptions { Url = Url, Secret = new string('s', SmsOptions.SecretMin) };
    }

    public void LetGo() => release.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        LetGo();
        await app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext context, int holdAt)
    {
        var message = await context.Request.ReadFromJsonAsync<JsonElement>();
        var id = message.GetProperty("id").GetGuid();
        Taken.Enqueue(id);
        if (Taken.Count == holdAt)
        {
            held.TrySetResult(id);
            await release.Task;
        }

        context.Response.StatusCode = StatusCodes.Status202Accepted;
    }
}
