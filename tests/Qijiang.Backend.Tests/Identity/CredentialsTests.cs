using System.Text;
using FluentAssertions;
using Qijiang.Backend.Identity;
using Qijiang.Backend.PersonalData;
using Qijiang.Core.Congresses;
using Qijiang.Storage.Contracts;
using Xunit;

namespace Qijiang.Backend.Tests.Identity;

public sealed class CredentialsTests
{
    private static readonly PersonId _wang = new("p-wang");
    private readonly InMemoryRowStore rows = new();
    private readonly Credentials credentials;

    public CredentialsTests() => credentials = new Credentials(rows, new KeyedHash(new DataKeys(new KeyRows(new InMemoryRowStore()), new InMemoryKeyPort(), TimeProvider.System)));

    [Theory]
    [InlineData("Wang", "correct horse", true)]
    [InlineData(" WANG ", "correct horse", true)]
    [InlineData("Wang", "Correct horse", false)]
    [InlineData("Wang", "", false)]
    [InlineData("Li", "correct horse", false)]
    [InlineData("", "correct horse", false)]
    public async Task A_person_signs_in_by_the_name_in_any_case_and_the_exact_password(string name, string password, bool fits)
    {
        await credentials.AddAsync("Wang", _wang, "correct horse", CancellationToken.None);

        (await credentials.CheckAsync(name, password, CancellationToken.None)).Should().Be(fits ? _wang : null);
    }

    [Fact]
    public async Task A_new_password_takes_the_place_of_the_old_one()
    {
        await credentials.AddAsync("Wang", _wang, "correct horse", CancellationToken.None);
        (await credentials.ResetAsync("Wang", "battery staple", CancellationToken.None)).Should().BeTrue();

        (await credentials.CheckAsync("Wang", "correct horse", CancellationToken.None)).Should().BeNull();
        (await credentials.CheckAsync("Wang", "battery staple", CancellationToken.None)).Should().Be(_wang);
    }

    [Fact]
    public async Task A_name_that_is_taken_keeps_its_person_and_password()
    {
        await credentials.AddAsync("Wang", _wang, "correct horse", CancellationToken.None);

        (await credentials.AddAsync("wang", new PersonId("p-li"), "battery staple", CancellationToken.None)).Should().BeFalse();
        (await credentials.ResetAsync("Li", "battery staple", CancellationToken.None)).Should().BeFalse();
        (await credentials.CheckAsync("Wang", "correct horse", CancellationToken.None)).Should().Be(_wang);
    }

    [Fact]
    public async Task Neither_name_nor_password_is_stored()
    {
        await credentials.AddAsync("Wang", _wang, "correct horse", CancellationToken.None);

        var stored = new List<string>();
        await foreach (var row in rows.ScanTableAsync("credentials", null, CancellationToken.None)) stored.Add(row.Partition + row.Key + Encoding.UTF8.GetString(row.Data.Span));
        stored.Should().ContainSingle().Which.Should().NotContain("WANG").And.NotContain("Wang").And.NotContain("correct horse");
    }
}
