using System.Security.Cryptography;
using System.Text;
using FluentAssertions;
using Qijiang.Backend.Ballots;
using Qijiang.Backend.Storage;
using Qijiang.Core.Ballots;
using Qijiang.Storage.Contracts;
using Xunit;
using static Qijiang.Backend.Tests.Ballots.BallotHouse;

namespace Qijiang.Backend.Tests.Ballots;

/// <summary>What somebody finds who has every row of both stores in hand (README.md: the secrecy argument).</summary>
public sealed class SecrecyTests
{
    private static readonly string[] _tables = ["rolls", "ballots", "rightlinks", "recounts"];

    [Fact]
    public async Task No_person_stands_beside_a_right_or_a_ballot_in_the_clear()
    {
        var (rows, _, rights) = await HeldAsync();

        foreach (var row in await AllAsync(rows, "rolls", "ballots", "recounts"))
        {
            var text = Text(row);
            Deputies.Should().NotContain(deputy => text.Contains(deputy.Value, StringComparison.Ordinal));
        }
        foreach (var row in await AllAsync(rows, "rightlinks"))
        {
            var (text, bytes) = (Text(row), Convert.ToHexStringLower(row.Data.Span));
            rights.Should().NotContain(right => text.Contains(right.Value, StringComparison.Ordinal) || bytes.Contains(right.Value, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Every_row_of_a_cast_ballot_has_one_length_whatever_was_marked()
    {
        var (rows, _, _) = await HeldAsync();

        var cast = (await AllAsync(rows, "ballots")).Where(row => row.Data.Span[0] == 'C').ToList();

        cast.Should().HaveCount(4);
        cast.Select(row => row.Data.Length).Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task No_mark_no_key_and_no_idempotency_key_is_stored_in_the_clear()
    {
        var (rows, keyRows, _) = await HeldAsync();

        foreach (var row in (await AllAsync(rows, _tables)).Concat(await AllAsync(keyRows, "pollkeys")))
            Text(row).Should().NotContain("housing").And.NotContain("attempt-of");
    }

    [Fact]
    public async Task Whoever_knows_the_idempotency_keys_finds_none_of_them_in_the_rows_by_trying()
    {
        var house = InMemory(out var rows, out _);
        var frame = await house.OpenAsync();
        await house.CastAsync(frame, Deputies[0], For("housing"), "key-from-a-log");

        var cast = (await AllAsync(rows, "ballots")).Single();

        byte[][] tried = [.. new[] { $"{frame.Hash}|{cast.Key}|key-from-a-log", "key-from-a-log" }.Select(guess => SHA256.HashData(Encoding.UTF8.GetBytes(guess)))];
        tried.Any(hash => cast.Data.Span.IndexOf(hash) >= 0).Should().BeFalse();
    }

    [Fact]
    public async Task The_same_idempotency_key_is_the_same_attempt_until_the_links_are_destroyed()
    {
        var house = InMemory();
        await house.Rights.IssueAsync(Congress, Poll, Deputies, CancellationToken.None);
        Task<CastingAttempt?> AttemptAsync(string key) => house.Rights.AttemptAsync(Congress, Poll, Deputies[0], Deputies, key, CancellationToken.None);

        var first = await AttemptAsync("k-1");
        (await AttemptAsync("k-1")).Should().Be(first).And.NotBeNull();
        (await AttemptAsync("k-2"))!.Key.Should().NotBe(first!.Key);

        await house.Rights.ForgetAsync(Congress, Poll, CancellationToken.None);
        (await AttemptAsync("k-1")).Should().BeNull();
    }

    [Fact]
    public async Task A_ballot_is_opened_by_the_polls_key_and_by_no_other_thing_in_the_rows()
    {
        var rows = new InMemoryRowStore();
        var port = new InMemoryKeyPort();
        var house = new BallotHouse(rows, new InMemoryRowStore(), port);
        var frame = await house.OpenAsync();
        await house.CastAsync(frame, Deputies[0], For("housing"));

        // A thief with the rows and another installation's keys.
        var thief = new BallotHouse(rows, new InMemoryRowStore(), new InMemoryKeyPort());

        (await thief.TallyAsync(frame)).Should().Be(new TallyRun.Failed(new KeyLost()));
        (await thief.Rights.RightOfAsync(Congress, Poll, Deputies[0], Deputies, CancellationToken.None)).Should().BeNull();
    }

    [Fact]
    public async Task After_the_keys_are_destroyed_only_their_tombstones_and_the_recount_key_are_left()
    {
        var (_, keyRows, _) = await HeldAsync();

        var left = await AllAsync(keyRows, "pollkeys");

        left.Select(row => row.Key).Should().Equal("box", "links", "recount");
        left[0].Data.ToArray().Should().Equal("D"u8.ToArray());
        left[1].Data.ToArray().Should().Equal("D"u8.ToArray());
        left[2].Data.Length.Should().BeGreaterThan(1);
    }

    [Fact]
    public void Nothing_of_the_ballot_side_takes_or_returns_a_time()
    {
        Type[] times = [typeof(NodaTime.Instant), typeof(NodaTime.LocalDate), typeof(DateTime), typeof(DateTimeOffset), typeof(TimeProvider), typeof(NodaTime.IClock)];
        var types = typeof(BallotBox).Assembly.GetTypes().Where(type => type.Namespace == typeof(BallotBox).Namespace);

        types.SelectMany(type => type.GetMethods().SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType))
                .Concat(type.GetConstructors().SelectMany(c => c.GetParameters().Select(p => p.ParameterType))))
            .Should().NotContain(type => times.Contains(type));
    }

    [Fact]
    public void Nothing_of_the_ballot_side_logs() =>
        typeof(BallotBox).Assembly.GetTypes().Where(type => type.Namespace == typeof(BallotBox).Namespace)
            .SelectMany(type => type.GetConstructors().SelectMany(c => c.GetParameters()))
            .Should().NotContain(p => p.ParameterType.FullName!.StartsWith("Microsoft.Extensions.Logging", StringComparison.Ordinal));

    private static async Task<(IRowStore Rows, IRowStore KeyRows, IReadOnlyList<VotingRight> Rights)> HeldAsync()
    {
        var house = InMemory(out var rows, out var keyRows);
        var frame = await house.OpenAsync();
        BallotChoice[] choices = [For("housing"), For("housing", "water"), For(), new([new("water", [BallotLayout.Abstain])])];
        for (var i = 0; i < choices.Length; i++) await house.CastAsync(frame, Deputies[i], choices[i], $"attempt-of-{Deputies[i]}");
        var rights = await house.Rights.IssueAsync(Congress, Poll, Deputies, CancellationToken.None);
        await house.TallyAsync(frame);
        await house.Tally.DestroyKeysAsync(Congress, Poll, CancellationToken.None);
        return (rows, keyRows, rights);
    }

    private static async Task<IReadOnlyList<Row>> AllAsync(IRowStore rows, params string[] tables)
    {
        var all = new List<Row>();
        foreach (var table in tables)
            await foreach (var row in rows.ScanTableAsync(table, null, CancellationToken.None)) all.Add(row);
        return all;
    }

    private static string Text(Row row) => $"{row.Partition} {row.Key} {Encoding.Latin1.GetString(row.Data.Span)}";
}
