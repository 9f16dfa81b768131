using FluentAssertions;
using Qijiang.Backend.Identity;
using Qijiang.Backend.PersonalData;
using Qijiang.Backend.Storage;
using Qijiang.Backend.Tests.Storage;
using Qijiang.Core;
using Qijiang.Core.Congresses;
using Qijiang.Storage.Contracts;
using Xunit;

namespace Qijiang.Backend.Tests.Identity;

public sealed class PeopleTests : IDisposable
{
    private readonly InMemoryRowStore rows = new();
    private readonly DataKeys keys;

    public PeopleTests() => keys = new DataKeys(new KeyRows(rows), new InMemoryKeyPort(), TimeProvider.System);

    public void Dispose() => keys.Dispose();

    [Fact]
    public async Task What_is_known_of_a_person_reads_back()
    {
        var person = new PersonId("p-wang");
        var profile = new Profile(new PersonalText(person, "王小明"), null);
        await People().RegisterAsync(person, profile, CancellationToken.None);

        (await People().FindAsync(person, CancellationToken.None)).Should().Be(profile);
        (await People().FindAsync(new PersonId("p-li"), CancellationToken.None)).Should().BeNull();
    }

    [Fact]
    public async Task Registering_again_replaces_what_was_known()
    {
        var person = new PersonId("p-wang");
        await People().RegisterAsync(person, new Profile(new PersonalText(person, "王小明"), null), CancellationToken.None);
        await People().RegisterAsync(person, new Profile(new PersonalText(person, "王大明"), null), CancellationToken.None);

        (await People().FindAsync(person, CancellationToken.None))!.Name!.Text.Should().Be("王大明");
    }

    [Fact]
    public async Task An_erased_person_has_no_name_any_more()
    {
        var person = new PersonId("p-wang");
        await People().RegisterAsync(person, new Profile(new PersonalText(person, "王小明"), null), CancellationToken.None);
        await keys.DestroyAsync(KeyOwner.Person(person), CancellationToken.None);

        (await People().FindAsync(person, CancellationToken.None))!.Name.Should().Be(new PersonalText(person, null));
    }

    [Fact]
    public async Task An_openid_becomes_a_person_whose_id_says_nothing()
    {
        var person = await People().OfOpenIdAsync("oABC", CancellationToken.None);

        person.Value.Should().MatchRegex("^p[0-9a-hjkmnp-tv-z]{25}$");
        (await People().OfOpenIdAsync("oABC", CancellationToken.None)).Should().Be(person);
        (await People().FindAsync(person, CancellationToken.None)).Should().Be(new Profile(null, new PersonalText(person, "oABC")));
    }

    [Fact]
    public async Task Two_that_meet_an_openid_for_the_first_time_at_any_moment_agree_and_leave_one_profile()
    {
        var meetings = 0;
        for (var at = 1; ; at++)
        {
            var openId = $"openid-{at}";
            PersonId? other = null;
            var observed = new ObservedRowStore(rows);
            observed.Before = async call => other = call == at ? await People().OfOpenIdAsync(openId, CancellationToken.None) : other;

            var person = await People(observed).OfOpenIdAsync(openId, CancellationToken.None);
            if (other is null) break;
            meetings++;

            person.Should().Be(other.Value, $"they met at call {at}");
            (await ProfilesAsync()).Should().HaveCount(meetings, "the openid of nobody is kept").And.Contain(person.Value);
        }

        meetings.Should().BeGreaterThan(2);
    }

    [Fact]
    public async Task Dying_at_any_call_leaves_no_profile_of_nobody_and_the_next_time_it_is_whole()
    {
        var deaths = 0;
        for (var at = 1; ; at++)
        {
            var openId = $"openid-{at}";
            var observed = new ObservedRowStore(rows) { After = call => call == at ? Task.FromException(new ProcessDiedException()) : Task.CompletedTask };
            try
            {
                await People(observed).OfOpenIdAsync(openId, CancellationToken.None);
                break;
            }
            catch (ProcessDiedException)
            {
                deaths++;
            }

            var person = await People().OfOpenIdAsync(openId, CancellationToken.None);

            (await People().FindAsync(person, CancellationToken.None))!.OpenId!.Text.Should().Be(openId, $"it died at call {at}");
            (await ProfilesAsync()).Should().HaveCount(deaths);
        }

        deaths.Should().BeGreaterThan(2);
    }

    [Fact]
    public async Task A_known_person_signing_in_again_keeps_the_name_given_since()
    {
        var person = await People().OfOpenIdAsync("oABC", CancellationToken.None);
        var named = new Profile(new PersonalText(person, "王小明"), new PersonalText(person, "oABC"));
        await People().RegisterAsync(person, named, CancellationToken.None);

        await People().OfOpenIdAsync("oABC", CancellationToken.None);

        (await People().FindAsync(person, CancellationToken.None)).Should().Be(named);
    }

    private People People(IRowStore? over = null) => new(over ?? rows, new TextSealing(keys), keys, new KeyedHash(keys));

    private async Task<List<string>> ProfilesAsync()
    {
        List<string> profiles = [];
        await foreach (var row in rows.ScanTableAsync("persons", null, CancellationToken.None)) profiles.Add(row.Partition);
        return profiles;
    }
}
