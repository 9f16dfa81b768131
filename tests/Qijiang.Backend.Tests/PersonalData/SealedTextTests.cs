using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using FluentAssertions;
using Qijiang.Backend.Identity;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.PersonalData;
using Qijiang.Backend.Storage;
using Qijiang.Backend.Tests.Storage;
using Qijiang.Core;
using Qijiang.Core.Congresses;
using Qijiang.Storage.Contracts;
using Qijiang.Storage.Contracts.Cards;
using Xunit;

namespace Qijiang.Backend.Tests.PersonalData;

public sealed class SealedTextTests
{
    private const string Words = "楼道的灯坏了三个月 13800138000";
    private const string Title = "关于改造老旧小区的建议";
    private static readonly PersonId _citizen = new("p-citizen");
    private readonly Desk desk = new();

    private static CardEvent.Written Written => new("todo", new OfficialText(Title), new PersonalText(_citizen, Words));

    [Fact]
    public async Task A_sealed_text_is_nowhere_in_the_stored_bytes_nor_in_a_message()
    {
        var queue = new InMemoryMessageQueue(TimeProvider.System);
        var rows = new InMemoryRowStore(queue);
        var process = new Desk(rows);
        var hash = new KeyedHash(process.Keys);
        await process.DoAsync("card-1", "write", Written);
        await new People(rows, new TextSealing(process.Keys), process.Keys, hash).RegisterAsync(
            _citizen, new Profile(new PersonalText(_citizen, "王小明"), new PersonalText(_citizen, "oABC-openid")), CancellationToken.None);

        List<ReadOnlyMemory<byte>> stored = [];
        foreach (var table in (string[])["events", "keys", "persons", "lookups"])
            await foreach (var row in rows.ScanTableAsync(table, null, CancellationToken.None)) stored.Add(row.Data);
        foreach (var message in await queue.ReceiveAsync(StreamChanged.Queue, 32, TimeSpan.FromMinutes(1), CancellationToken.None)) stored.Add(message.Envelope.Body);

        stored.Should().HaveCountGreaterThanOrEqualTo(5, "an event, its message, a profile, the keys of a person and a stream");
        foreach (var secret in (string[])[Words, Title, "13800138000", "王小明", "oABC-openid"])
            foreach (var form in FormsOf(secret))
                stored.Exists(bytes => bytes.Span.IndexOf(form) >= 0).Should().BeFalse($"'{secret}' is sealed");
    }

    [Fact]
    public async Task The_same_text_twice_is_sealed_differently()
    {
        await desk.DoAsync("card-1", "write", Written, Written);

        var sealedTexts = new List<string>();
        for (var version = 1; version <= 2; version++)
            sealedTexts.Add((string)JsonNode.Parse((await desk.RowOfAsync("card-1", version)).Data.Span)!["event"]!["words"]!["sealed"]!);
        sealedTexts.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    [Trait("rule", "ARC-03")]
    public async Task A_persons_words_read_as_erased_once_the_key_is_destroyed_and_the_official_text_stays()
    {
        await desk.DoAsync("card-1", "write", Written);
        await desk.Keys.DestroyAsync(KeyOwner.Person(_citizen), CancellationToken.None);

        var card = await desk.ReadAsync("card-1");

        card.Words.Should().Be(new PersonalText(_citizen, null));
        card.Words!.IsErased.Should().BeTrue();
        card.Title.Should().Be(new OfficialText(Title));
    }

    [Fact]
    public async Task An_official_text_reads_as_destroyed_once_its_streams_key_is_and_the_persons_words_stay()
    {
        await desk.DoAsync("card-1", "write", Written);
        await desk.Keys.DestroyAsync(KeyOwner.Stream(Desk.CardOf("card-1")), CancellationToken.None);

        var card = await desk.ReadAsync("card-1");

        card.Title.Should().Be(new OfficialText(null));
        card.Words.Should().Be(new PersonalText(_citizen, Words));
    }

    [Fact]
    public async Task Destroying_one_persons_key_leaves_everybody_elses_words()
    {
        var neighbour = new PersonalText(new PersonId("p-neighbour"), "井盖松了");
        await desk.DoAsync("card-1", "write", Written);
        await desk.DoAsync("card-2", "write", Written with { Words = neighbour });
        await desk.Keys.DestroyAsync(KeyOwner.Person(_citizen), CancellationToken.None);

        (await desk.ReadAsync("card-2")).Words.Should().Be(neighbour);
    }

    [Fact]
    public async Task Nothing_is_written_for_a_person_who_was_erased()
    {
        await desk.DoAsync("card-1", "write", Written);
        await desk.Keys.DestroyAsync(KeyOwner.Person(_citizen), CancellationToken.None);

        var write = () => desk.DoAsync("card-2", "write", Written);

        await write.Should().ThrowAsync<KeyDestroyedException>();
        (await desk.ReadAsync("card-2")).Been.Should().BeEmpty();
    }

    [Fact]
    public async Task What_was_erased_stays_so_when_it_is_stored_again()
    {
        await desk.DoAsync("card-1", "write", Written with { Words = new PersonalText(_citizen, null), Title = new OfficialText(null) });

        var card = await desk.ReadAsync("card-1");

        (card.Words, card.Title).Should().Be((new PersonalText(_citizen, null), new OfficialText(null)));
    }

    [Theory]
    [InlineData("words")]
    [InlineData("title")]
    public async Task A_sealed_text_moved_to_another_version_does_not_open(string text)
    {
        await desk.DoAsync("card-1", "write", Written, Written);
        var moved = JsonNode.Parse((await desk.RowOfAsync("card-1", 1)).Data.Span)!["event"]![text]!.DeepClone();
        await ChangeAsync("card-1", 2, row => row["event"]![text] = moved);

        await Reading("card-1").Should().ThrowAsync<CryptographicException>();
    }

    [Theory]
    [InlineData("words")]
    [InlineData("title")]
    public async Task A_sealed_text_moved_to_another_stream_does_not_open(string text)
    {
        await desk.DoAsync("card-1", "write", Written);
        await desk.DoAsync("card-2", "write", Written);
        var moved = JsonNode.Parse((await desk.RowOfAsync("card-1", 1)).Data.Span)!["event"]![text]!.DeepClone();
        await ChangeAsync("card-2", 1, row => row["event"]![text] = moved);

        await Reading("card-2").Should().ThrowAsync<CryptographicException>();
    }

    [Fact]
    public async Task A_sealed_text_given_to_another_person_does_not_open()
    {
        await desk.DoAsync("card-1", "write", Written);
        await desk.DoAsync("card-2", "write", Written with { Words = new PersonalText(new PersonId("p-neighbour"), "井盖松了") });
        await ChangeAsync("card-1", 1, row => row["event"]!["words"]!["$personal"] = "p-neighbour");

        await Reading("card-1").Should().ThrowAsync<CryptographicException>();
    }

    [Fact]
    public async Task A_changed_byte_of_a_sealed_text_is_found()
    {
        await desk.DoAsync("card-1", "write", Written);
        await ChangeAsync("card-1", 1, row =>
        {
            var closed = Convert.FromBase64String((string)row["event"]!["words"]!["sealed"]!);
            closed[14] ^= 1;
            row["event"]!["words"]!["sealed"] = Convert.ToBase64String(closed);
        });

        await Reading("card-1").Should().ThrowAsync<CryptographicException>();
    }

    [Fact]
    public async Task A_suite_that_nobody_knows_is_named()
    {
        await desk.DoAsync("card-1", "write", Written);
        await ChangeAsync("card-1", 1, row => row["event"]!["words"]!["suite"] = "ROT13");

        await Reading("card-1").Should().ThrowAsync<NotSupportedException>().WithMessage("*ROT13*");
    }

    private Func<Task<Card>> Reading(string card) => () => desk.ReadAsync(card);

    private async Task ChangeAsync(string card, int version, Action<JsonNode> change)
    {
        var row = await desk.RowOfAsync(card, version);
        var json = JsonNode.Parse(row.Data.Span)!;
        change(json);
        await desk.Rows.CommitAsync(EventStore.Table, row.Partition, [new Change.Upsert(row.Key, Encoding.UTF8.GetBytes(json.ToJsonString()))], [], CancellationToken.None);
    }

    /// <summary>A text as UTF-8, as UTF-16, escaped as JSON, and as Base64 at each of the three places where it can begin.</summary>
    private static IEnumerable<byte[]> FormsOf(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        yield return utf8;
        yield return Encoding.Unicode.GetBytes(text);
        yield return Encoding.ASCII.GetBytes(string.Concat(text.Select(c => c < 128 ? c.ToString() : $"\\u{(int)c:x4}")));
        for (var before = 0; before < 3; before++)
        {
            // Without the characters at both ends, which also depend on what stands beside the text.
            var base64 = Convert.ToBase64String([.. new byte[before], .. utf8, .. new byte[3]]);
            var first = (before * 8 + 5) / 6;
            var last = (before + utf8.Length) * 8 / 6;
            yield return Encoding.ASCII.GetBytes(base64[first..last]);
        }
    }
}
