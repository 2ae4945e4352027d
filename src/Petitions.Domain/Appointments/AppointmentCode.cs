using System.Security.Cryptography;
using System.Text;
using Petitions.Domain.Petitions;

namespace Petitions.Domain.Appointments;

/// <summary>The code that opens an appointment to who booked it: made and stored like a petition's query code, and never one.</summary>
public static class AppointmentCode
{
    public static QueryCode Derive(byte[] codeKey, Guid submissionKey)
    {
        var bytes = HMACSHA256.HashData(codeKey, Encoding.ASCII.GetBytes($"appointment|{submissionKey:N}"));
        return QueryCode.TryParse(PublicAlphabet.FromBytes(bytes.AsSpan(0, 15), QueryCode.Length))!;
    }

    /// <summary>Keyed hash as stored.</summary>
    public static byte[] Hash(QueryCode code, byte[] codeKey) => HMACSHA256.HashData(codeKey, Encoding.ASCII.GetBytes("appointment-code|" + code.Plain));
}
