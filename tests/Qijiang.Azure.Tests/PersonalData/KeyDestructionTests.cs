using System.Security.Cryptography;
using FluentAssertions;
using Qijiang.Azure.PersonalData;
using Qijiang.Backend.PersonalData;
using Xunit;

namespace Qijiang.Azure.Tests.PersonalData;

public sealed class KeyDestructionTests : IAsyncLifetime
{
    private static readonly byte[] Secret = RandomNumberGenerator.GetBytes(32);
    private readonly FakeVault vault = new();
    private readonly HurriedTime time = new();
    private KeyVaultKeyPort port = null!;
    private byte[] wrapped = null!;

    public async Task InitializeAsync()
    {
        port = await vault.PortAsync(time);
        await port.CreateAsync("polls", KeyUse.Wrap, default);
        wrapped = await port.WrapAsync("polls", Secret, default);
    }

    public async Task DisposeAsync() => await vault.DisposeAsync();

    [Fact]
    public async Task After_it_nothing_is_unwrapped_and_nothing_wrapped()
    {
        await port.DestroyAsync("polls", default);

        await EverythingIsGone();
        vault.Calls.Should().Contain("DELETE /deletedkeys/polls");
    }

    [Fact]
    public async Task Another_process_that_still_knows_the_key_finds_it_gone()
    {
        var other = await vault.PortAsync(time);
        await other.WrapAsync("polls", Secret, default);
        await port.DestroyAsync("polls", default);

        var wrap = () => other.WrapAsync("polls", Secret, default);

        await wrap.Should().ThrowAsync<KeyDestroyedException>();
        (await other.UnwrapAsync("polls", wrapped, default)).Should().BeNull();
    }

    [Fact]
    public async Task It_can_be_asked_again_and_the_name_is_not_created_anew()
    {
        await port.DestroyAsync("polls", default);
        await port.DestroyAsync("polls", default);
        await port.CreateAsync("polls", KeyUse.Wrap, default);

        await EverythingIsGone();
    }

    [Fact]
    public async Task A_name_that_was_never_created_can_be_destroyed_in_advance()
    {
        await port.DestroyAsync("other", default);
        await port.CreateAsync("other", KeyUse.Sign, default);

        var sign = () => port.SignAsync("other", Secret, default);

        await sign.Should().ThrowAsync<KeyDestroyedException>();
    }

    [Fact]
    public async Task It_waits_while_the_vault_purges()
    {
        vault.PurgeTakesCalls = 7;

        await port.DestroyAsync("polls", default);

        await EverythingIsGone();
    }

    [Fact]
    public async Task It_gives_up_after_a_while_and_the_next_one_finishes()
    {
        vault.PurgeTakesCalls = int.MaxValue;

        var destroy = () => port.DestroyAsync("polls", default);

        await destroy.Should().ThrowAsync<TimeoutException>();
        (await port.UnwrapAsync("polls", wrapped, default)).Should().BeNull();
    }

    [Fact]
    public async Task Under_purge_protection_it_says_when_it_will_be_done()
    {
        vault.PurgeProtected = true;

        var destroy = () => port.DestroyAsync("polls", default);

        await destroy.Should().ThrowAsync<InvalidOperationException>().WithMessage("*2027-02-22*");
        await EverythingIsGone();
    }

    [Fact]
    public async Task A_key_deleted_by_somebody_else_is_an_outage_and_no_destruction()
    {
        vault.DeleteByHand("polls");

        var unwrap = () => port.UnwrapAsync("polls", wrapped, default);

        await unwrap.Should().ThrowAsync<InvalidOperationException>().WithMessage("*recover*");
    }

    private async Task EverythingIsGone()
    {
        var wrap = () => port.WrapAsync("polls", Secret, default);

        await wrap.Should().ThrowAsync<KeyDestroyedException>();
        (await port.UnwrapAsync("polls", wrapped, default)).Should().BeNull();
    }
}
