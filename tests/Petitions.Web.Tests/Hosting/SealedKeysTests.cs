using Microsoft.EntityFrameworkCore;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Hosting;

/// <summary>security.md A11: the keys of sessions and forms lie in the database, where a dump must not give them away.</summary>
public sealed class SealedKeysTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task DataProtectionKeys_InTheDatabase_AreSealed()
    {
        using var visitor = portal.Browser();
        using var form = await visitor.GetAsync("/petitions/track");

        var keys = await portal.QueryAsync(db => db.DataProtectionKeys.Select(key => key.Xml!).ToListAsync());

        Assert.NotEmpty(keys);
        Assert.All(keys, xml => Assert.Matches("<sealedKey[^>]*>column-[^<]+</sealedKey>", xml));
        Assert.All(keys, xml => Assert.DoesNotContain("masterKey", xml, StringComparison.Ordinal));
    }
}
