using FluentAssertions;
using Qijiang.Backend.Storage;
using Xunit;

namespace Qijiang.Azure.Tests.Storage;

/// <summary>The service refuses a transaction of more than 4 MiB of Base64, keys and headers.</summary>
public sealed class TransactionLimitTests
{
    private const int MaxRequestBytes = 4_194_304;
    private readonly string table = "t" + RandomNames.Next();
    private readonly Disturbance calls = new();

    [Fact]
    public async Task A_hundred_full_rows_under_the_longest_keys_fit_into_one_request()
    {
        var rows = await Rows();

        (await rows.CommitAsync(table, new string('p', StoreLimits.MaxKeyLength), Full('k'), [], CancellationToken.None)).Should().BeOfType<CommitResult.Committed>();

        calls.Calls.Should().ContainSingle().Which.Bytes.Should().BeInRange(MaxRequestBytes * 9 / 10, MaxRequestBytes);
    }

    [Fact]
    public async Task Under_long_keys_of_punctuation_they_are_refused_by_name_before_anything_is_sent()
    {
        var rows = await Rows();

        var commit = () => rows.CommitAsync(table, "p", Full('\''), [], CancellationToken.None);

        (await commit.Should().ThrowAsync<StoreLimitException>()).WithMessage("*4194304*");
        calls.Calls.Should().BeEmpty();
    }

    private static Change[] Full(char filling) =>
    [
        .. Enumerable.Range(0, StoreLimits.MaxChanges)
            .Select(i => new Change.Upsert($"{i:000}".PadRight(StoreLimits.MaxKeyLength, filling), new byte[StoreLimits.MaxCommitBytes / StoreLimits.MaxChanges])),
    ];

    private async Task<IRowStore> Rows()
    {
        var rows = (await Emulated.Engine(calls.Install)).Rows;
        await rows.GetAsync(table, "p", "nothing", CancellationToken.None);
        calls.Active = true;
        return rows;
    }
}
