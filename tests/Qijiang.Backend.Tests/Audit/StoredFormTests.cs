using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using FluentAssertions;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Qijiang.Backend.Audit;
using Qijiang.Backend.Storage;
using Qijiang.Storage.Contracts;
using Xunit;

namespace Qijiang.Backend.Tests.Audit;

/// <summary>Stored, signed and kept elsewhere for ever: a checkpoint's row, the heads beside it, its text, its file.</summary>
public sealed partial class StoredFormTests
{
    private readonly InMemoryRowStore rows = new();
    private readonly InMemoryKeyPort port = new();

    /// <summary>As anyone would check it who has the file and this page, and none of our code.</summary>
    [Fact]
    public async Task A_file_can_be_checked_without_this_software()
    {
        var made = await MakeAsync();

        using var file = JsonDocument.Parse(made.ToFile());
        var signed = file.RootElement.GetProperty("checkpoint");
        var checkpoint = signed.GetProperty("statement");
        var text = file.RootElement.GetProperty("text").GetString()!;
        var heads = string.Concat(file.RootElement.GetProperty("heads").EnumerateArray().Select(head => head.GetString() + "\n"));
        var publicKey = signed.GetProperty("publicKey").GetBytesFromBase64();
        heads.Should().Be($"qj|card|card-1 2 SHA-256:{Sha256("second")}\nqj|card|card-2 1 SHA-256:{Sha256("only")}\n");
        text.Should().Be(
            $"qijiang checkpoint 1\nnumber: 1\nmade: 2026-11-24T18:30:00Z\nstreams: 2\nheads: SHA-256:{Sha256(heads)}\nbefore: none\nkey: SHA-256:{Convert.ToHexStringLower(SHA256.HashData(publicKey))}\nsuite: ECDSA-P256-SHA256\n");
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(publicKey, out _);
        key.VerifyData(Encoding.UTF8.GetBytes(text), signed.GetProperty("signature").GetBytesFromBase64(), HashAlgorithmName.SHA256).Should().BeTrue();
        (checkpoint.GetProperty("number").GetInt32(), made.Checkpoint.Statement.Hash).Should().Be((1, $"SHA-256:{Sha256(text)}"));
    }

    [Fact]
    public async Task The_stored_forms_are_the_approved_ones()
    {
        var made = await MakeAsync();

        var row = (await rows.GetAsync("checkpoints", "installation", "0000000001", CancellationToken.None))!;
        Approved.Matches("Audit/approved/checkpoint.v1.json", Drawn().Replace(Encoding.UTF8.GetString(row.Data.Span), "…"));
        Approved.Matches("Audit/approved/export.v1.json", Drawn().Replace(Encoding.UTF8.GetString(made.ToFile()), "…"));
    }

    [Fact]
    public async Task A_file_reads_back_as_it_was()
    {
        var made = await MakeAsync();
        var read = ExportedCheckpoint.OfFile(made.ToFile());

        read.Checkpoint.Statement.Should().Be(made.Checkpoint.Statement);
        read.IsWhole.Should().BeTrue();
        read.ToFile().Should().Equal(made.ToFile());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"checkpoint":{},"text":"","heads":[]}""")]
    [InlineData("""{"checkpoint":{"statement":{"number":1,"madeAt":"yesterday","streams":0,"heads":"","before":"","key":"","suite":""}},"text":"","heads":[]}""")]
    public void What_is_no_file_is_refused(string text) => FluentActions.Invoking(() => ExportedCheckpoint.OfFile(Encoding.UTF8.GetBytes(text))).Should().Throw<FormatException>();

    private async Task<ExportedCheckpoint> MakeAsync()
    {
        await PutAsync("qj|card|card-1", 1, "first");
        await PutAsync("qj|card|card-1", 2, "second");
        await PutAsync("qj|card|card-2", 1, "only");
        var checkpoints = new Checkpoints(rows);
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 18, 30, 0, 250, TimeSpan.Zero));
        (await new CheckpointTick(rows, checkpoints, new(port), time, NullLogger<CheckpointTick>.Instance).RunAsync(CancellationToken.None))!
            .Statement.MadeAt.Should().Be(Instant.FromUtc(2026, 11, 24, 18, 30));
        return (await checkpoints.ExportAsync(CancellationToken.None))!;
    }

    private Task PutAsync(string stream, int version, string data) =>
        rows.CommitAsync(EventStore.Table, stream, [new Change.Insert($"{version:D10}", Encoding.UTF8.GetBytes(data))], [], CancellationToken.None);

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>What the key and the dice make different each time.</summary>
    [GeneratedRegex("(?<=\"signature\":\")[^\"]+|(?<=\"publicKey\":\")[^\"]+|(?<=key(\":\"|: )SHA-256:)[0-9a-f]{64}|(?<=0000000001-)[0-9a-f]{12}")]
    private static partial Regex Drawn();
}
