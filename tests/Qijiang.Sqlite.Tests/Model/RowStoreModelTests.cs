using CsCheck;
using FluentAssertions;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;
using Qijiang.Storage.Contracts;
using Xunit;

namespace Qijiang.Sqlite.Tests.Model;

/// <summary>Whatever is committed in whatever order, the file answers and holds what the model in memory does.</summary>
public sealed class RowStoreModelTests : IDisposable
{
    private readonly TemporaryDatabase temporary = new(TimeProvider.System);

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void SQLite_does_what_the_model_does()
    {
        var database = temporary.Open();
        var table = 0;
        var initial = Gen.Const(0).Select(_ => Name(Interlocked.Increment(ref table))).Select(name => (Sqlite(database, name), InMemory(name)));

        initial.SampleModelBased(
            Commits.Operation<Subject, Subject>((actual, commit) => actual.Commit(commit), (model, commit) => model.Commit(commit)),
            Ranges.Operation<Subject, Subject>((actual, range) => actual.Scan(range), (model, range) => model.Scan(range)),
            GivenUp.Operation<Subject, Subject>((actual, key) => actual.GiveUp(key), (model, key) => model.GiveUp(key)),
            equal: (actual, model) =>
            {
                actual.Finish();
                model.Finish();
                actual.Story.Should().Equal(model.Story);
                return true;
            },
            iter: 150,
            threads: 2);
    }

    /// <summary>A commit: in which partition, what happens to each of five keys (see <see cref="Subject.Commit"/>), from which key on, and with which bytes.</summary>
    private static Gen<(int Partition, int[] Kinds, int First, byte Data)> Commits { get; } =
        Gen.Select(Gen.Int[0, 1], Gen.Int[0, 7].Array[5], Gen.Int[0, 4], Gen.Byte);

    private static Gen<(int Partition, int From, int Before, int Limit)> Ranges { get; } =
        Gen.Select(Gen.Int[0, 1], Gen.Int[-1, 5], Gen.Int[-1, 5], Gen.Int[-1, 4]);

    private static Gen<(int Partition, int Key)> GivenUp { get; } = Gen.Select(Gen.Int[0, 1], Gen.Int[0, 4]);

    private static string Name(int number) => $"t{number:000000}";

    private static Subject Sqlite(SqliteDatabase database, string name) => new(new SqliteRowStore(database), new SqliteMessageQueue(database), name);

    private static Subject InMemory(string name)
    {
        var queue = new InMemoryMessageQueue(TimeProvider.System);
        return new Subject(new InMemoryRowStore(queue), queue, name);
    }

    /// <summary>One of the two, and the story of what it answered. ETags differ between them and stay out of it.</summary>
    private sealed class Subject(IRowStore rows, IMessageQueue queue, string table)
    {
        public List<string> Story { get; } = [];

        public void Commit((int Partition, int[] Kinds, int First, byte Data) commit)
        {
            List<Change> changes = [];
            for (var i = 0; i < 5; i++)
            {
                var key = (commit.First + i) % 5;
                if (ToChange(commit.Kinds[key], Partition(commit.Partition), $"k{key}", [commit.Data]) is { } change)
                    changes.Add(change);
            }

            if (changes.Count == 0)
                return;
            List<Message> messages = changes.Exists(change => change is Change.Insert) ? [new Message("q-" + table, $"m{Story.Count}", new byte[1])] : [];
            Story.Add(rows.CommitAsync(table, Partition(commit.Partition), changes, messages, CancellationToken.None).GetAwaiter().GetResult() switch
            {
                CommitResult.Committed done => "committed " + string.Join(' ', done.ETags.Keys.Order(StringComparer.Ordinal)),
                var conflict => conflict.ToString(),
            });
        }

        public void Scan((int Partition, int From, int Before, int Limit) range) => Story.Add("scan " + Print(rows.ScanAsync(
            table, Partition(range.Partition), Bound(range.From), Bound(range.Before), range.Limit < 0 ? null : range.Limit, CancellationToken.None)));

        public void GiveUp((int Partition, int Key) row)
        {
            var commit = new CommitRef(table, Partition(row.Partition), $"k{row.Key}", "c0ffee");
            if (Get(commit.Partition, commit.Key) is null)
                Story.Add($"give up {rows.CheckAsync(commit, giveUp: true, CancellationToken.None).AsTask().GetAwaiter().GetResult()}");
        }

        public void Finish()
        {
            Story.Add("all " + Print(rows.ScanTableAsync(table, null, CancellationToken.None)));
            Story.Add("sent " + string.Join(' ', queue.ReceiveAsync("q-" + table, 1_000, TimeSpan.FromMinutes(1), CancellationToken.None).GetAwaiter().GetResult()
                .Select(message => message.Envelope.Id).Order(StringComparer.Ordinal)));
        }

        private static string Partition(int number) => $"p{number}";

        private static string Bound(int number) => number < 0 ? "" : $"k{number}";

        private static string Print(IAsyncEnumerable<Row> rows) => string.Join(' ', rows
            .Select(row => $"{row.Partition}/{row.Key}={Convert.ToHexString(row.Data.Span)}").ToBlockingEnumerable());

        private Change? ToChange(int kind, string partition, string key, byte[] data) => kind switch
        {
            1 => new Change.Insert(key, data),
            2 => new Change.Upsert(key, data),
            3 => new Change.Replace(key, CurrentETag(partition, key), data),
            4 => new Change.Replace(key, "0123456789abcdef", data),
            5 => new Change.Delete(key, CurrentETag(partition, key)),
            6 => new Change.Delete(key, null),
            _ => null,
        };

        private string CurrentETag(string partition, string key) => Get(partition, key)?.ETag ?? "fedcba9876543210";

        private Row? Get(string partition, string key) => rows.GetAsync(table, partition, key, CancellationToken.None).AsTask().GetAwaiter().GetResult();
    }
}
