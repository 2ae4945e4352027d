using Petitions.Domain.FirstHandlers;

namespace Petitions.Domain.Petitions;

/// <summary>
/// A code that lets somebody other than the petitioner look at one matter, as far as the petitioner consented (查询授权,
/// architecture.md section 8). Only its hash is stored; it ends by date and can be taken back.
/// </summary>
public sealed class AccessGrant
{
    /// <summary>State, dates and timeline; never the statement, replies or papers.</summary>
    public const string Progress = "Progress";

    public const int ScopeMax = 40;

    private AccessGrant()
    {
    }

    public Guid Id { get; private set; }

    public Guid PetitionId { get; private set; }

    public byte[] CodeHash { get; private set; } = [];

    public string Scope { get; private set; } = "";

    /// <summary>Last day it opens anything.</summary>
    public DateOnly ValidUntil { get; private set; }

    public DateTime GrantedAt { get; private set; }

    public Guid? GrantedBy { get; private set; }

    public DateTime? RevokedAt { get; private set; }

    public int Version { get; private set; }

    public static (AccessGrant Grant, AccessGranted Fact) Give(Guid petitionId, byte[] codeHash, DateOnly validUntil, bool consented, Guid? staffId, DateTime now)
    {
        Rule.Require(consented, "access.consent");
        Rule.Require(validUntil >= Clocks.ChinaTime.DateOf(now), "access.until");
        var grant = new AccessGrant
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            PetitionId = petitionId,
            CodeHash = codeHash,
            Scope = Progress,
            ValidUntil = validUntil,
            GrantedAt = now,
            GrantedBy = staffId,
            Version = 1,
        };
        return (grant, new AccessGranted(petitionId, grant.Id, grant.Scope, validUntil));
    }

    public bool Opens(DateOnly on) => RevokedAt is null && on <= ValidUntil;

    /// <exception cref="RuleBrokenException">access.revoked, access.reason.</exception>
    public AccessRevoked Revoke(string? reason, DateTime now)
    {
        Rule.Require(RevokedAt is null, "access.revoked");
        var why = Rule.RequireText(reason, Assignment.ReasonMax, "access.reason");
        RevokedAt = now;
        Version++;
        return new AccessRevoked(PetitionId, Id, why);
    }
}
