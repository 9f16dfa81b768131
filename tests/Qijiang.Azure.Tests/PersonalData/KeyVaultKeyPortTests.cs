using System.Security.Cryptography;
using Azure;
using FluentAssertions;
using Qijiang.Azure.PersonalData;
using Qijiang.Backend.PersonalData;
using Xunit;

namespace Qijiang.Azure.Tests.PersonalData;

public sealed class KeyVaultKeyPortTests : IAsyncLifetime
{
    private static readonly byte[] Secret = RandomNumberGenerator.GetBytes(256);
    private readonly FakeVault vault = new();
    private KeyVaultKeyPort port = null!;

    public async Task InitializeAsync() => port = await vault.PortAsync(TimeProvider.System);

    public async Task DisposeAsync() => await vault.DisposeAsync();

    [Fact]
    public async Task What_was_wrapped_is_unwrapped()
    {
        await Create("data", KeyUse.Wrap);

        var wrapped = await port.WrapAsync("data", Secret, default);

        wrapped.Should().StartWith("RSA-OAEP-256."u8.ToArray()).And.HaveCountGreaterThan(384);
        (await port.UnwrapAsync("data", wrapped, default)).Should().Equal(Secret);
    }

    [Fact]
    public async Task Creating_again_changes_nothing()
    {
        await Create("data", KeyUse.Wrap);
        var wrapped = await port.WrapAsync("data", Secret, default);

        await Create("data", KeyUse.Wrap);

        vault.Calls.Count(call => call == "POST /keys/data/create").Should().Be(1);
        (await port.UnwrapAsync("data", wrapped, default)).Should().Equal(Secret);
    }

    [Fact]
    public async Task A_name_taken_for_another_use_is_refused()
    {
        await Create("tokens", KeyUse.Sign);

        var create = () => Create("tokens", KeyUse.Wrap);

        await create.Should().ThrowAsync<InvalidOperationException>().WithMessage("*tokens*EC*");
    }

    [Fact]
    public async Task A_wrap_after_the_first_and_every_unwrap_are_one_call()
    {
        await Create("data", KeyUse.Wrap);
        var wrapped = await port.WrapAsync("data", Secret, default);
        vault.Calls.Clear();

        await port.WrapAsync("data", Secret, default);
        await port.UnwrapAsync("data", wrapped, default);

        vault.Calls.Should().HaveCount(2);
    }

    [Fact]
    public async Task More_than_256_bytes_are_refused()
    {
        await Create("data", KeyUse.Wrap);

        var wrap = () => port.WrapAsync("data", new byte[257], default);

        await wrap.Should().ThrowAsync<ArgumentOutOfRangeException>();
    }

    [Fact]
    public async Task What_was_wrapped_before_a_rotation_is_still_unwrapped()
    {
        await Create("data", KeyUse.Wrap);
        var wrapped = await port.WrapAsync("data", Secret, default);

        vault.Rotate("data");

        (await (await vault.PortAsync(TimeProvider.System)).UnwrapAsync("data", wrapped, default)).Should().Equal(Secret);
    }

    [Fact]
    public async Task Changed_bytes_are_refused()
    {
        await Create("data", KeyUse.Wrap);
        var wrapped = await port.WrapAsync("data", Secret, default);
        wrapped[^1] ^= 1;

        await Unwrap("data", wrapped).Should().ThrowAsync<CryptographicException>();
    }

    [Fact]
    public async Task What_another_key_wrapped_is_refused()
    {
        await Create("data", KeyUse.Wrap);
        await Create("polls", KeyUse.Wrap);
        var wrapped = await port.WrapAsync("polls", Secret, default);

        await Unwrap("data", wrapped).Should().ThrowAsync<CryptographicException>();
    }

    [Theory]
    [InlineData("")]
    [InlineData("RSA-OAEP-256")]
    [InlineData("RSA-OAEP-256..x")]
    [InlineData("RSA-OAEP-256.v1")]
    [InlineData("AES-GCM.v1.x")]
    [InlineData("RSA-OAEP-256.../../secrets.x")]
    public async Task What_no_vault_wrapped_is_refused_without_asking_one(string wrapped)
    {
        await Unwrap("data", System.Text.Encoding.ASCII.GetBytes(wrapped)).Should().ThrowAsync<CryptographicException>();

        vault.Calls.Should().BeEmpty();
    }

    [Fact]
    public async Task A_signature_is_64_bytes_and_verifies_under_the_public_half()
    {
        await Create("tokens", KeyUse.Sign);

        var signature = await port.SignAsync("tokens", "代表建议"u8.ToArray(), default);

        using var verifying = ECDsa.Create();
        verifying.ImportSubjectPublicKeyInfo(await port.GetPublicKeyAsync("tokens", default), out _);
        signature.Should().HaveCount(64);
        verifying.VerifyData("代表建议"u8, signature, HashAlgorithmName.SHA256).Should().BeTrue();
        verifying.VerifyData("其他"u8, signature, HashAlgorithmName.SHA256).Should().BeFalse();
    }

    [Fact]
    public async Task A_key_that_was_never_created_is_a_defect_by_name()
    {
        await Create("data", KeyUse.Wrap);
        var wrapped = await port.WrapAsync("data", Secret, default);

        await ((Func<Task>)(() => port.WrapAsync("other", Secret, default))).Should().ThrowAsync<InvalidOperationException>().WithMessage("*other*");
        await ((Func<Task>)(() => port.SignAsync("other", Secret, default))).Should().ThrowAsync<InvalidOperationException>().WithMessage("*other*");
        await Unwrap("other", wrapped).Should().ThrowAsync<InvalidOperationException>().WithMessage("*other*");
    }

    [Fact]
    public async Task A_throttled_call_is_tried_again()
    {
        vault.Failing = (2, 429);

        await Create("data", KeyUse.Wrap);

        (await port.WrapAsync("data", Secret, default)).Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_missing_permission_comes_as_the_service_says_it()
    {
        vault.Failing = (1, 403);

        var create = () => Create("data", KeyUse.Wrap);

        (await create.Should().ThrowAsync<RequestFailedException>()).Which.ErrorCode.Should().Be("Forbidden");
    }

    [Theory]
    [InlineData("poll/2026")]
    [InlineData("..")]
    [InlineData("键")]
    public async Task A_name_that_no_vault_takes_is_refused(string name)
    {
        var create = () => Create(name, KeyUse.Wrap);

        await create.Should().ThrowAsync<ArgumentException>();
        vault.Calls.Should().BeEmpty();
    }

    private Task Create(string name, KeyUse use) => port.CreateAsync(name, use, default);

    private Func<Task> Unwrap(string name, byte[] wrapped) => () => port.UnwrapAsync(name, wrapped, default);
}
