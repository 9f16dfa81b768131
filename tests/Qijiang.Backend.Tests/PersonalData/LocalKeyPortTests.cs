using System.Security.Cryptography;
using FluentAssertions;
using Qijiang.Backend.PersonalData;
using Xunit;

namespace Qijiang.Backend.Tests.PersonalData;

public sealed class LocalKeyPortTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("qijiang-keys-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task What_was_wrapped_is_unwrapped_also_after_a_restart()
    {
        var secret = RandomNumberGenerator.GetBytes(32);
        var port = await WithKey("data", KeyUse.Wrap);

        var wrapped = await port.WrapAsync("data", secret, CancellationToken.None);

        (await Port().UnwrapAsync("data", wrapped, CancellationToken.None)).Should().Equal(secret);
        (await port.WrapAsync("data", secret, CancellationToken.None)).Should().NotEqual(wrapped);
    }

    [Fact]
    public async Task What_was_wrapped_names_its_suite_and_the_version_of_its_key()
    {
        var port = await WithKey("data", KeyUse.Wrap);

        var wrapped = await port.WrapAsync("data", new byte[32], CancellationToken.None);

        wrapped.Should().StartWith("A256GCM.1."u8.ToArray());
        wrapped.Should().HaveCount(10 + 12 + 32 + 16, "name, nonce, ciphertext, tag");
    }

    [Theory]
    [InlineData(9)]
    [InlineData(0)]
    [InlineData(30)]
    public async Task A_wrapped_secret_with_a_changed_byte_is_refused(int at)
    {
        var port = await WithKey("data", KeyUse.Wrap);
        var wrapped = await port.WrapAsync("data", new byte[32], CancellationToken.None);
        wrapped[at] ^= 1;

        var unwrap = () => port.UnwrapAsync("data", wrapped, CancellationToken.None);

        await unwrap.Should().ThrowAsync<CryptographicException>();
    }

    [Fact]
    public async Task A_secret_wrapped_under_another_key_is_refused()
    {
        var port = await WithKey("data", KeyUse.Wrap);
        await port.CreateAsync("polls", KeyUse.Wrap, CancellationToken.None);
        var wrapped = await port.WrapAsync("polls", new byte[32], CancellationToken.None);

        var unwrap = () => port.UnwrapAsync("data", wrapped, CancellationToken.None);

        await unwrap.Should().ThrowAsync<CryptographicException>();
    }

    [Fact]
    public async Task A_signature_is_64_bytes_and_verifies_with_the_public_half_alone()
    {
        var data = "eyJhbGciOiJFUzI1NiJ9.e30"u8.ToArray();
        byte[] changed = [.. data, 1];
        var port = await WithKey("tokens", KeyUse.Sign);

        var signature = await port.SignAsync("tokens", data, CancellationToken.None);

        signature.Should().HaveCount(64);
        using var verifying = ECDsa.Create();
        verifying.ImportSubjectPublicKeyInfo(await Port().GetPublicKeyAsync("tokens", CancellationToken.None), out _);
        verifying.KeySize.Should().Be(256);
        verifying.VerifyData(data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation).Should().BeTrue();
        verifying.VerifyData(changed, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation).Should().BeFalse();
    }

    [Fact]
    public async Task Eight_processes_that_make_a_key_at_once_agree_on_one_and_leave_no_other_file()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Port().CreateAsync("data", KeyUse.Wrap, CancellationToken.None))));

        var wrapped = await Port().WrapAsync("data", "secret"u8.ToArray(), CancellationToken.None);
        (await Port().UnwrapAsync("data", wrapped, CancellationToken.None)).Should().Equal("secret"u8.ToArray());
        folder.GetFiles().Select(file => file.Name).Should().Equal("data.key");
    }

    [Fact]
    public async Task Making_a_key_again_changes_nothing()
    {
        var port = await WithKey("data", KeyUse.Wrap);
        var before = await File.ReadAllBytesAsync(Path.Combine(folder.FullName, "data.key"));

        await port.CreateAsync("data", KeyUse.Wrap, CancellationToken.None);

        (await File.ReadAllBytesAsync(Path.Combine(folder.FullName, "data.key"))).Should().Equal(before);
    }

    [Fact]
    public async Task Only_the_services_account_can_read_the_folder_and_the_files()
    {
        if (OperatingSystem.IsWindows()) return;
        File.SetUnixFileMode(folder.FullName, (UnixFileMode)0b111_101_101);

        await WithKey("data", KeyUse.Wrap);

        new DirectoryInfo(folder.FullName).UnixFileMode.Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.GetUnixFileMode(Path.Combine(folder.FullName, "data.key")).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task A_destroyed_key_is_gone_for_every_process_and_never_made_anew()
    {
        var port = await WithKey("data", KeyUse.Wrap);
        var elsewhere = Port();
        var wrapped = await elsewhere.WrapAsync("data", "secret"u8.ToArray(), CancellationToken.None);
        await port.DestroyAsync("data", CancellationToken.None);
        await port.DestroyAsync("data", CancellationToken.None);
        await elsewhere.CreateAsync("data", KeyUse.Wrap, CancellationToken.None);

        foreach (var process in (LocalKeyPort[])[port, elsewhere, Port()])
        {
            (await process.UnwrapAsync("data", wrapped, CancellationToken.None)).Should().BeNull();
            var wrap = () => process.WrapAsync("data", "secret"u8.ToArray(), CancellationToken.None);
            await wrap.Should().ThrowAsync<KeyDestroyedException>();
        }

        folder.GetFiles("*.key").Should().BeEmpty();
    }

    [Fact]
    public async Task A_key_that_was_never_made_is_named()
    {
        var unwrap = () => Port().UnwrapAsync("data", new byte[60], CancellationToken.None);

        await unwrap.Should().ThrowAsync<InvalidOperationException>().WithMessage("*'data'*");
    }

    [Fact]
    public async Task Only_small_secrets_are_wrapped()
    {
        var port = await WithKey("data", KeyUse.Wrap);
        (await port.WrapAsync("data", new byte[256], CancellationToken.None)).Should().NotBeEmpty();

        var wrap = () => port.WrapAsync("data", new byte[257], CancellationToken.None);

        await wrap.Should().ThrowAsync<ArgumentOutOfRangeException>();
    }

    [Theory]
    [InlineData("../data")]
    [InlineData("a/b")]
    [InlineData("")]
    public async Task A_name_leads_nowhere_but_into_the_folder(string name)
    {
        var create = () => Port().CreateAsync(name, KeyUse.Wrap, CancellationToken.None);

        await create.Should().ThrowAsync<ArgumentException>();
        Directory.GetFiles(folder.Parent!.FullName, "data.key").Should().BeEmpty();
    }

    private LocalKeyPort Port() => new(folder.FullName);

    private async Task<LocalKeyPort> WithKey(string name, KeyUse use)
    {
        var port = Port();
        await port.CreateAsync(name, use, CancellationToken.None);
        return port;
    }
}
