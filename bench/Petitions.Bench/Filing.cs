using System.Net;
using System.Net.Http.Json;
using System.Text;

namespace Petitions.Bench;

/// <summary>A petition of about 1.5 kB of Chinese text, filed over the real route: validation, submission key, facts, clocks, outbox.</summary>
public static class Filing
{
    private const string Phrases = "\u53bb\u5e74\u5341\u6708\u4e5d\u65e5\u665a\u6211\u5f1f\u5f1f\u5728\u591c\u5e02\u88ab\u4eba\u6253\u4f24\uff0c\u5f53\u665a\u62a5\u6848\u5e76\u505a\u4e86\u7b14\u5f55\u3002";

    public static object Body(int number)
    {
        var text = new StringBuilder();
        while (text.Length < 450)
        {
            text.Append(Phrases).Append(number + text.Length);
        }

        return new
        {
            category = "Complaint",
            subCategory = "B5",
            title = "\u8bf7\u6c42\u76d1\u7763\u7acb\u6848",
            text = text.ToString(),
            request = "\u8bf7\u6c42\u76d1\u7763\u516c\u5b89\u673a\u5173\u4f5c\u51fa\u662f\u5426\u7acb\u6848\u7684\u51b3\u5b9a\u3002",
            officeCode = "D990101",
            petitioner = new { identityMode = "RealNameUnverified", name = "\u5218\u82b3", phone = $"199{number % 100_000_000:D8}" },
            respondents = new[] { new { kind = "Unit", name = "\u57ce\u4e1c\u6d3e\u51fa\u6240" } },
        };
    }

    public static async Task<string?> FileAsync(HttpClient client, string path, int number)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(Body(number)) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        using var answer = await client.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        return answer.StatusCode == HttpStatusCode.Created ? body : null;
    }
}
