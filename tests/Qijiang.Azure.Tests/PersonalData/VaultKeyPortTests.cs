using System.Security.Cryptography;
using Azure.Core.Pipeline;
using FluentAssertions;
using Qijiang.Azure.PersonalData;
using Qijiang.Backend.PersonalData;
using Xunit;

namespace Qijiang.Azure.Tests.PersonalData;

public sealed class VaultKeyPortTests : IDisposable
{
    private static readonly byte[] _secret = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private readonly FakeVault _vault = new();
    private readonly RSA _old = RSA.Create(3072);
    private readonly ECDsa _signing = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public VaultKeyPortTests()
    {
        _vault.Make("data", "v1", _old);
        _vault.Make("tokens", "v1", _signing);
    }

    [Fact]
    public async Task What_was_wrapped_comes_back_and_names_its_suite_and_version()
    {
        var port = Port();
        var wrapped = await port.WrapAsync("data", _secret, default);
        wrapped.Should().StartWith("RSA-OAEP-256 v1\n"u8.ToArray());
        (await port.UnwrapAsync("data", wrapped, default)).Should().Equal(_secret);
    }

    [Fact]
    public async Task A_rotated_key_still_opens_what_its_older_version_closed()
    {
        var wrapped = await Port().WrapAsync("data", _secret, default);
        using var newer = RSA.Create(3072);
        _vault.Make("data", "v2", newer);

        var restarted = Port();
        (await restarted.UnwrapAsync("data", wrapped, default)).Should().Equal(_secret);
        (await restarted.WrapAsync("data", _secret, default)).Should().StartWith("RSA-OAEP-256 v2\n"u8.ToArray());
    }

    [Fact]
    public async Task Changed_bytes_are_refused()
    {
        var wrapped = await Port().WrapAsync("data", _secret, default);
        wrapped[^1] ^= 1;
        await Port().Invoking(p => p.UnwrapAsync("data", wrapped, default)).Should().ThrowAsync<CryptographicException>();
        await Port().Invoking(p => p.UnwrapAsync("data", _secret, default)).Should().ThrowAsync<CryptographicException>("no suite is named");
    }

    [Fact]
    public async Task A_signature_verifies_under_the_public_key()
    {
        var port = Port();
        var signature = await port.SignAsync("tokens", _secret, default);
        using var verifying = ECDsa.Create();
        verifying.ImportSubjectPublicKeyInfo(await port.GetPublicKeyAsync("tokens", default), out _);
        signature.Should().HaveCount(64);
        verifying.VerifyData(_secret, signature, HashAlgorithmName.SHA256).Should().BeTrue();
    }

    [Fact]
    public async Task A_key_that_the_deployment_did_not_make_is_named()
    {
        await Port().Invoking(p => p.CreateAsync("polls", KeyUse.Wrap, default)).Should().ThrowAsync<InvalidOperationException>().WithMessage("*'polls'*");
        await Port().Invoking(p => p.CreateAsync("data", KeyUse.Sign, default)).Should().ThrowAsync<InvalidOperationException>().WithMessage("*'data'*");
    }

    [Fact]
    public async Task A_destroyed_key_opens_nothing_and_is_not_made_anew()
    {
        var port = Port();
        var wrapped = await port.WrapAsync("data", _secret, default);
        await port.DestroyAsync("data", default);
        await port.DestroyAsync("data", default);

        (await port.UnwrapAsync("data", wrapped, default)).Should().BeNull();
        await port.Invoking(p => p.CreateAsync("data", KeyUse.Wrap, default)).Should().ThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public async Task A_key_is_looked_up_once()
    {
        var port = Port();
        await port.CreateAsync("tokens", KeyUse.Sign, default);
        await port.SignAsync("tokens", _secret, default);
        await port.SignAsync("tokens", _secret, default);
        _vault.Calls.Should().Equal("GET keys/tokens", "POST keys/tokens/v1/sign", "POST keys/tokens/v1/sign");
    }

    public void Dispose()
    {
        _vault.Dispose();
        _old.Dispose();
        _signing.Dispose();
    }

    private VaultKeyPort Port() => new(FakeVault.Address, new FakeVault.Identity(), new HttpClientTransport(_vault));
}
