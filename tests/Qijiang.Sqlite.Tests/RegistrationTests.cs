using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.PersonalData;
using Qijiang.Backend.Storage;
using Xunit;

namespace Qijiang.Sqlite.Tests;

public sealed class RegistrationTests : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("qijiang-sqlite-");

    private string Rows => Path.Combine(directory.FullName, "data", "rows.db");

    private string Keys => Path.Combine(directory.FullName, "keys", "keys.db");

    public void Dispose() => directory.Delete(recursive: true);

    [Fact]
    public async Task Rows_messages_and_keys_are_to_be_had()
    {
        await using var services = new ServiceCollection().AddQijiangSqlite(Rows, Keys).BuildServiceProvider();
        var rows = services.GetRequiredService<IRowStore>();

        await rows.CommitAsync("table", "p", [new Change.Insert("a", new byte[1])], [new Message("notices", "m", new byte[1])], CancellationToken.None);

        (await services.GetRequiredService<IMessageQueue>().ReceiveAsync("notices", 1, TimeSpan.FromMinutes(1), CancellationToken.None)).Should().ContainSingle();
        (await services.GetRequiredService<KeyRows>().Store.GetAsync("table", "p", "a", CancellationToken.None)).Should().BeNull();
    }

    [Fact]
    public async Task Keys_lie_in_a_file_of_their_own_in_which_deleting_erases()
    {
        await using var services = new ServiceCollection().AddQijiangSqlite(Rows, Keys).BuildServiceProvider();
        var keys = services.GetRequiredService<KeyRows>().Store;
        await keys.CommitAsync("keys", "p", [new Change.Insert("a", new byte[1])], [], CancellationToken.None);
        await keys.CommitAsync("keys", "p", [new Change.Delete("a", null)], [], CancellationToken.None);

        File.Exists(Rows).Should().BeFalse();
        new FileInfo(Keys + "-wal").Length.Should().Be(0);
    }

    [Fact]
    public void Closing_the_container_closes_the_files()
    {
        SqliteDatabase database;
        using (var services = new ServiceCollection().AddQijiangSqlite(Rows, Keys).BuildServiceProvider())
        {
            services.GetRequiredService<KeyRows>();
            services.GetRequiredService<IRowStore>();
            database = services.GetRequiredService<SqliteDatabase>();
        }

        database.Invoking(closed => closed.Read(_ => true)).Should().Throw<ObjectDisposedException>();
        File.Exists(Rows + "-wal").Should().BeFalse();
        File.Exists(Keys + "-wal").Should().BeFalse();
    }

    [Fact]
    public void Keys_and_rows_in_one_file_are_refused() =>
        new ServiceCollection().Invoking(services => services.AddQijiangSqlite(Rows, Path.Combine(directory.FullName, "keys", "..", "data", "rows.db")))
            .Should().Throw<ArgumentException>();
}
