using Petitions.Domain.FirstHandlers;

namespace Petitions.Domain.Petitions;

/// <summary>One reading of a matter by a member of staff (security.md B4). Only ever added.</summary>
public sealed class ReadRecord
{
    public const int WhatMax = 40;
    public const int AddressMax = 64;

    private ReadRecord()
    {
    }

    public Guid Id { get; private set; }

    public Guid PetitionId { get; private set; }

    public Guid StaffId { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>What was opened: Matter, Identity, Document.</summary>
    public string What { get; private set; } = "";

    /// <summary>Network address of the member of staff; citizens are never recorded.</summary>
    public string? Address { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>Trace of the request, as log and error page name it. Set when saved (security.md D4).</summary>
    public string? RequestId { get; private set; }

    public static ReadRecord Create(Guid petitionId, Guid staffId, string what, string? address, string? reason, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        PetitionId = petitionId,
        StaffId = staffId,
        At = now,
        What = Rule.RequireText(what, WhatMax, "read.what"),
        Address = address,
        Reason = reason is null ? null : Rule.RequireText(reason, Assignment.ReasonMax, "petition.reason"),
    };
}
