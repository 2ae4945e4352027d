using System.Buffers.Text;

namespace Petitions.Services.JointVisits;

/// <summary>Addresses of guests' links, for mails; the pages stand there.</summary>
public static class JointLinks
{
    public const string SessionPath = "/joint/guest/";
    public const string MeasurePath = "/joint/measure/";

    public static string Session(byte[] token) => SessionPath + Base64Url.EncodeToString(token);

    public static string Measure(byte[] token) => MeasurePath + Base64Url.EncodeToString(token);
}
