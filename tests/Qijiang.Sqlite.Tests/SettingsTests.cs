using FluentAssertions;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Qijiang.Sqlite.Tests;

/// <summary>What no test can see until the power fails: that SQLite was told to flush, and believed it.</summary>
public sealed class SettingsTests : IDisposable
{
    private readonly TemporaryDatabase temporary = new(TimeProvider.System);

    public void Dispose() => temporary.Dispose();

    [Theory]
    [InlineData(false, 0L)]
    [InlineData(true, 1L)]
    public async Task The_writing_connection_flushes_every_commit(bool eraseDeleted, long secureDelete)
    {
        var database = temporary.Open(new SqliteOptions { EraseDeleted = eraseDeleted });

        var settings = await database.Write(
            writer => "journal_mode synchronous busy_timeout secure_delete wal_autocheckpoint".Split(' ').Select(writer.Setting).ToArray(),
            after: null,
            CancellationToken.None);

        settings.Should().Equal("wal", 2L, 5_000L, secureDelete, 1_000L);
    }

    [Fact]
    public async Task The_writing_connection_that_replaces_a_broken_one_flushes_too()
    {
        var database = temporary.Open();
        await ((Func<Task>)(() => database.Write<bool>(_ => throw new InvalidDataException(), null, CancellationToken.None))).Should().ThrowAsync<InvalidDataException>();

        (await database.Write(writer => writer.Setting("synchronous"), null, CancellationToken.None)).Should().Be(2L);
    }

    [Fact]
    public void A_reading_connection_can_not_write()
    {
        var opener = new ConnectionOpener(temporary.File, eraseDeleted: false);
        opener.OpenWriter().Dispose();
        using var reader = opener.OpenReader();

        ((Action)(() => ConnectionOpener.Execute(reader, "DELETE FROM store_rows"))).Should().Throw<SqliteException>();
    }

    [Fact]
    public void What_sqlite_does_not_take_is_not_passed_over()
    {
        using var inMemory = new SqliteConnection("Data Source=:memory:");
        inMemory.Open();

        ((Action)(() => ConnectionOpener.MakeDurable(inMemory, eraseDeleted: false)))
            .Should().Throw<InvalidOperationException>().WithMessage("*journal_mode = memory, not wal*");
    }

    [Fact]
    public void A_new_file_is_its_owners_alone()
    {
        if (OperatingSystem.IsWindows())
            return;
        temporary.Open();

        temporary.Files.Should().HaveCount(2);
        foreach (var file in temporary.Files)
            File.GetUnixFileMode(file).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void A_file_of_another_program_is_refused_and_left_as_it_is()
    {
        using (var raw = temporary.OpenRaw())
            ConnectionOpener.Execute(raw, "CREATE TABLE ledger (id INTEGER)");
        var before = File.ReadAllBytes(temporary.File);

        ((Action)(() => temporary.Open())).Should().Throw<InvalidDataException>().WithMessage("*another program*");

        File.ReadAllBytes(temporary.File).Should().Equal(before);
    }

    [Fact]
    public async Task A_file_of_a_newer_version_is_refused()
    {
        await temporary.Open().DisposeAsync();
        using (var raw = temporary.OpenRaw())
            ConnectionOpener.Execute(raw, "UPDATE qijiang_schema SET version = 2");

        ((Action)(() => temporary.Open())).Should().Throw<InvalidDataException>().WithMessage("*schema version 2*knows version 1*");
    }
}
