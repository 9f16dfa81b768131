using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using FluentAssertions;
using NodaTime;
using Qijiang.Backend.PersonalData;
using Qijiang.Backend.Storage;
using Qijiang.Core;
using Qijiang.Core.Congresses;
using Qijiang.Storage.Contracts;
using Qijiang.Storage.Contracts.Cards;
using Xunit;

namespace Qijiang.Backend.Tests.Storage;

/// <summary>Stored for ever: the bytes around every event.</summary>
public sealed partial class StoredEnvelopeTests : IDisposable
{
    private static readonly PersonId _citizen = new("p-citizen");
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("qijiang-sample-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task The_stored_form_is_the_approved_one()
    {
        var desk = new Desk();
        await desk.DoAsync("card-1", "write", new CardEvent.Written("todo", new OfficialText("题目"), new PersonalText(_citizen, "原话")));

        var stored = Encoding.UTF8.GetString((await desk.RowOfAsync("card-1", 1)).Data.Span);

        Approved.Matches("Storage/approved/envelope.v1.json", SealedText().Replace(stored, "\"sealed\":\"…\""));
    }

    [Fact]
    public async Task All_that_an_actor_can_be_is_in_the_approved_form()
    {
        var desk = new Desk();
        var onBehalf = new Act(new CommandStamp("take-down", "digest"), new Actor(new PersonId("qijiang"), Office.System, null, _citizen), Desk.Sitting, Channel.InPerson);
        await desk.Runner.RunAsync(Card.Kind, Desk.CardOf("card-1"), onBehalf, _ => Card.Accept(new CardEvent.TakenDown()), CancellationToken.None);

        Approved.Matches("Storage/approved/envelope-on-behalf.v1.json", Encoding.UTF8.GetString((await desk.RowOfAsync("card-1", 1)).Data.Span));
    }

    [Fact]
    public async Task What_was_stored_in_format_1_is_read_for_ever()
    {
        var rows = new InMemoryRowStore();
        using (var sample = JsonDocument.Parse(await File.ReadAllBytesAsync(Approved.PathOf("Storage/samples/format-1.json"))))
        {
            foreach (var row in sample.RootElement.GetProperty("rows").EnumerateArray())
            {
                var data = row.TryGetProperty("text", out var text) ? Encoding.UTF8.GetBytes(text.GetString()!) : row.GetProperty("base64").GetBytesFromBase64();
                await rows.CommitAsync(row.GetProperty("table").GetString()!, row.GetProperty("partition").GetString()!,
                    [new Change.Insert(row.GetProperty("key").GetString()!, data)], [], CancellationToken.None);
            }
        }

        var history = await new Desk(rows, PortOfTheSample()).Store.LoadAsync(Card.Kind, Desk.CardOf("card-1"), CancellationToken.None);

        var heard = Instant.FromUtc(2026, 11, 24, 2, 30, 15);
        history.Events.Should().Equal(
        [
            new(1, new("write", "digest"), new(new CardEvent.Written("todo", new("关于改造老旧小区的建议"), new(_citizen, "楼道的灯坏了三个月")), new LocalDate(2026, 11, 20), heard, Desk.Clerk, Channel.Paper)),
            new(2, new("move", "digest"), new(new CardEvent.Moved("doing"), new LocalDate(2026, 11, 20), heard, Desk.Clerk, Channel.Paper)),
        ]);
    }

    /// <summary>The sample's root key: the bytes 0 to 31, in the file in which <see cref="LocalKeyPort"/> keeps it.</summary>
    private LocalKeyPort PortOfTheSample()
    {
        File.WriteAllBytes(Path.Combine(folder.FullName, "data.key"), [.. Enumerable.Range(0, 32).Select(i => (byte)i)]);
        return new LocalKeyPort(folder.FullName);
    }

    [GeneratedRegex("\"sealed\":\"[^\"]*\"")]
    private static partial Regex SealedText();
}
