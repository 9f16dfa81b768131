using FluentAssertions;
using Microsoft.Extensions.Time.Testing;
using Qijiang.Backend.PersonalData;
using Qijiang.Backend.Tests.Storage;
using Qijiang.Core.Congresses;
using Qijiang.Storage.Contracts;
using Xunit;

namespace Qijiang.Backend.Tests.PersonalData;

public sealed class DataKeysTests
{
    private static readonly KeyOwner _owner = KeyOwner.Person(new PersonId("p-citizen"));
    private readonly FakeTimeProvider time = new();
    private readonly InMemoryKeyPort port = new();
    private readonly InMemoryRowStore rows = new();

    [Fact]
    public async Task A_key_is_made_once_and_is_the_same_for_every_instance()
    {
        var key = await Instance().GetOrCreateAsync(_owner, CancellationToken.None);

        key.Should().HaveCount(32);
        (await Instance().GetOrCreateAsync(_owner, CancellationToken.None)).Should().Equal(key);
        (await Instance().FindAsync(_owner, CancellationToken.None)).Should().Equal(key);
    }

    [Fact]
    public async Task Owners_have_different_keys() =>
        (await Instance().GetOrCreateAsync(_owner, CancellationToken.None)).Should().NotEqual(
            await Instance().GetOrCreateAsync(KeyOwner.Person(new PersonId("p-neighbour")), CancellationToken.None));

    [Fact]
    public async Task Looking_for_a_key_makes_none()
    {
        (await Instance().FindAsync(_owner, CancellationToken.None)).Should().BeNull();
        (await rows.GetAsync("keys", _owner.Name, "key", CancellationToken.None)).Should().BeNull();
    }

    [Fact]
    public async Task Two_instances_that_make_a_key_at_the_same_moment_agree()
    {
        byte[]? other = null;
        var observed = new ObservedRowStore(rows);
        // Between this instance's look and its insert, another one makes the key.
        observed.After = async call =>
        {
            if (call == 1) other = await Instance().GetOrCreateAsync(_owner, CancellationToken.None);
        };

        var key = await new DataKeys(new KeyRows(observed), port, time).GetOrCreateAsync(_owner, CancellationToken.None);

        key.Should().Equal(other!);
    }

    [Fact]
    public async Task The_stored_key_is_wrapped()
    {
        var key = await Instance().GetOrCreateAsync(_owner, CancellationToken.None);

        var stored = (await rows.GetAsync("keys", _owner.Name, "key", CancellationToken.None))!.Data;
        stored.Span.IndexOf(key).Should().Be(-1);
        stored.Span.IndexOf(key.AsSpan(0, 8)).Should().Be(-1);
    }

    [Fact]
    public async Task A_destroyed_key_is_found_no_more_and_never_made_anew()
    {
        var keys = Instance();
        await keys.GetOrCreateAsync(_owner, CancellationToken.None);
        await keys.DestroyAsync(_owner, CancellationToken.None);
        await keys.DestroyAsync(_owner, CancellationToken.None);

        foreach (var instance in (DataKeys[])[keys, Instance()])
        {
            (await instance.FindAsync(_owner, CancellationToken.None)).Should().BeNull();
            var make = () => instance.GetOrCreateAsync(_owner, CancellationToken.None).AsTask();
            (await make.Should().ThrowAsync<KeyDestroyedException>()).WithMessage("*person|p-citizen*");
        }
    }

    [Fact]
    public async Task A_key_destroyed_before_it_was_ever_made_is_not_made()
    {
        await Instance().DestroyAsync(_owner, CancellationToken.None);

        var make = () => Instance().GetOrCreateAsync(_owner, CancellationToken.None).AsTask();

        await make.Should().ThrowAsync<KeyDestroyedException>();
    }

    [Fact]
    public async Task A_key_destroyed_while_it_is_being_made_is_not_made()
    {
        var observed = new ObservedRowStore(rows);
        observed.After = async call =>
        {
            if (call == 1) await Instance().DestroyAsync(_owner, CancellationToken.None);
        };

        var make = () => new DataKeys(new KeyRows(observed), port, time).GetOrCreateAsync(_owner, CancellationToken.None).AsTask();

        await make.Should().ThrowAsync<KeyDestroyedException>();
    }

    [Fact]
    public async Task Another_instance_forgets_a_destroyed_key_within_five_minutes()
    {
        var elsewhere = Instance();
        await elsewhere.GetOrCreateAsync(_owner, CancellationToken.None);
        await Instance().DestroyAsync(_owner, CancellationToken.None);

        time.Advance(TimeSpan.FromMinutes(5));

        (await elsewhere.FindAsync(_owner, CancellationToken.None)).Should().BeNull();
    }

    [Fact]
    public async Task Everything_reads_as_erased_once_the_root_key_is_destroyed()
    {
        await Instance().GetOrCreateAsync(_owner, CancellationToken.None);
        await port.DestroyAsync(DataKeys.RootKey, CancellationToken.None);

        (await Instance().FindAsync(_owner, CancellationToken.None)).Should().BeNull();
    }

    [Fact]
    public async Task A_key_vault_that_was_out_for_a_moment_is_asked_again()
    {
        var outage = new OutageOnce(port);
        var keys = new DataKeys(new KeyRows(rows), outage, time);

        var first = () => keys.GetOrCreateAsync(_owner, CancellationToken.None).AsTask();
        await first.Should().ThrowAsync<IOException>();

        (await keys.GetOrCreateAsync(_owner, CancellationToken.None)).Should().HaveCount(32);
    }

    private DataKeys Instance() => new(new KeyRows(rows), port, time);

    private sealed class OutageOnce(IKeyPort inner) : IKeyPort
    {
        private bool over;

        public Task CreateAsync(string name, KeyUse use, CancellationToken cancel)
        {
            if (over) return inner.CreateAsync(name, use, cancel);
            over = true;
            return Task.FromException(new IOException("the key vault can't be reached"));
        }

        public Task<byte[]> WrapAsync(string name, ReadOnlyMemory<byte> secret, CancellationToken cancel) => inner.WrapAsync(name, secret, cancel);

        public Task<byte[]?> UnwrapAsync(string name, ReadOnlyMemory<byte> wrapped, CancellationToken cancel) => inner.UnwrapAsync(name, wrapped, cancel);

        public Task<byte[]> SignAsync(string name, ReadOnlyMemory<byte> data, CancellationToken cancel) => inner.SignAsync(name, data, cancel);

        public Task<byte[]> GetPublicKeyAsync(string name, CancellationToken cancel) => inner.GetPublicKeyAsync(name, cancel);

        public Task DestroyAsync(string name, CancellationToken cancel) => inner.DestroyAsync(name, cancel);
    }
}
