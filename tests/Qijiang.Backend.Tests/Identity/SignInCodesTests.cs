using System.Text;
using FluentAssertions;
using Microsoft.Extensions.Time.Testing;
using Qijiang.Backend.Identity;
using Qijiang.Backend.PersonalData;
using Qijiang.Core.Congresses;
using Qijiang.Storage.Contracts;
using Xunit;

namespace Qijiang.Backend.Tests.Identity;

public sealed class SignInCodesTests
{
    private static readonly PersonId _deputy = new("p-deputy");
    private static readonly CongressId _congress = new("qj");
    private readonly FakeTimeProvider time = new();
    private readonly InMemoryRowStore rows = new();
    private readonly SignInCodes codes;

    public SignInCodesTests() => codes = new SignInCodes(rows, new KeyedHash(new DataKeys(new KeyRows(new InMemoryRowStore()), new InMemoryKeyPort(), time)), time);

    [Fact]
    public async Task A_code_has_four_groups_of_characters_that_are_not_mistaken_on_paper() =>
        (await codes.IssueAsync(_deputy, _congress, CancellationToken.None)).Should().MatchRegex("^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){3}$");

    [Fact]
    public async Task A_code_is_taken_as_people_type_it()
    {
        var code = await codes.IssueAsync(_deputy, _congress, CancellationToken.None);

        (await codes.UseAsync($" {code.Replace("-", " - ", StringComparison.Ordinal).ToLowerInvariant()} ", CancellationToken.None)).Should().Be((_deputy, _congress));
    }

    [Fact]
    public async Task A_code_serves_once_also_where_two_use_it_at_once()
    {
        var code = await codes.IssueAsync(_deputy, _congress, CancellationToken.None);

        var used = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => codes.UseAsync(code, CancellationToken.None))));

        used.Count(person => person == (_deputy, _congress)).Should().Be(1);
        used.Count(person => person is null).Should().Be(7);
    }

    [Fact]
    public async Task A_new_code_ends_the_one_before_it()
    {
        var first = await codes.IssueAsync(_deputy, _congress, CancellationToken.None);
        var second = await codes.IssueAsync(_deputy, _congress, CancellationToken.None);

        (await codes.UseAsync(first, CancellationToken.None)).Should().BeNull();
        (await codes.UseAsync(second, CancellationToken.None)).Should().Be((_deputy, _congress));
    }

    [Fact]
    public async Task Of_codes_issued_at_once_one_is_good()
    {
        var issued = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => codes.IssueAsync(_deputy, _congress, CancellationToken.None))));

        var used = new List<(PersonId, CongressId)?>();
        foreach (var code in issued) used.Add(await codes.UseAsync(code, CancellationToken.None));

        used.Count(person => person == (_deputy, _congress)).Should().Be(1);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task A_code_is_good_for_seven_days(int secondsAfter, bool good)
    {
        var code = await codes.IssueAsync(_deputy, _congress, CancellationToken.None);

        time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1) + TimeSpan.FromSeconds(secondsAfter));

        (await codes.UseAsync(code, CancellationToken.None)).Should().Be(good ? (_deputy, _congress) : null);
    }

    [Fact]
    public async Task The_code_itself_is_not_stored()
    {
        var code = (await codes.IssueAsync(_deputy, _congress, CancellationToken.None)).Replace("-", "", StringComparison.Ordinal);

        await foreach (var row in rows.ScanTableAsync("signincodes", null, CancellationToken.None))
            (row.Partition + row.Key + Encoding.UTF8.GetString(row.Data.Span)).Should().NotContainEquivalentOf(code);
    }
}
