using System.Security.Cryptography;
using System.Text;
using FluentAssertions;
using Qijiang.Backend.PersonalData;
using Qijiang.Storage.Contracts;
using Xunit;

namespace Qijiang.Backend.Tests.PersonalData;

public sealed class KeyedHashTests
{
    private readonly InMemoryKeyPort port = new();
    private readonly InMemoryRowStore rows = new();

    [Fact]
    public async Task The_same_text_hashes_differently_for_each_purpose() =>
        (await Hash("openid", "oABC")).Should().NotBe(await Hash("sign-in name", "oABC"));

    [Fact]
    public async Task Purpose_and_text_do_not_run_into_each_other() =>
        (await Hash("open", "idABC")).Should().NotBe(await Hash("openid", "ABC"));

    [Fact]
    public async Task Every_instance_hashes_alike() => (await Hash("openid", "oABC")).Should().Be(await Hash("openid", "oABC"));

    [Fact]
    public async Task Another_installation_hashes_differently()
    {
        var elsewhere = new KeyedHash(new DataKeys(new KeyRows(new InMemoryRowStore()), port, TimeProvider.System));

        (await elsewhere.OfAsync("openid", "oABC", CancellationToken.None)).Should().NotBe(await Hash("openid", "oABC"));
    }

    [Fact]
    public async Task It_is_HMAC_SHA_256_of_purpose_zero_and_text_under_the_lookup_key()
    {
        var key = await new DataKeys(new KeyRows(rows), port, TimeProvider.System).GetOrCreateAsync(new KeyOwner("installation|lookups"), CancellationToken.None);
        using var hmac = new HMACSHA256(key);

        (await Hash("openid", "王")).Should().Be(Convert.ToHexString(hmac.ComputeHash(Encoding.UTF8.GetBytes("openid\0王"))).ToLowerInvariant());
    }

    private async Task<string> Hash(string purpose, string text) =>
        await new KeyedHash(new DataKeys(new KeyRows(rows), port, TimeProvider.System)).OfAsync(purpose, text, CancellationToken.None);
}
