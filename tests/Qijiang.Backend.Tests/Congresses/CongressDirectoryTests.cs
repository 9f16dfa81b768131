using FluentAssertions;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using NodaTime.Testing;
using Qijiang.Backend.Congresses;
using Qijiang.Backend.Identity;
using Qijiang.Backend.PersonalData;
using Qijiang.Backend.Tests.Storage;
using Qijiang.Core.Congresses;
using Xunit;

namespace Qijiang.Backend.Tests.Congresses;

public sealed class CongressDirectoryTests
{
    private static readonly CongressId _qijiang = new("qj");
    private readonly FakeTimeProvider time = new();
    private readonly Desk desk = new();
    private readonly CongressDirectory here, elsewhere;

    public CongressDirectoryTests() => (here, elsewhere) = (new CongressDirectory(desk.Store, desk.Rows, desk.Rules(), time), new CongressDirectory(desk.Store, desk.Rows, desk.Rules(), time));

    [Fact]
    public async Task A_congress_is_found_once_it_is_established()
    {
        (await here.FindAsync(_qijiang, CancellationToken.None)).Should().BeNull();

        await ProvisionAsync(here);

        var found = await here.FindAsync(_qijiang, CancellationToken.None);
        found!.Level.Should().Be(CongressLevel.District);
        (await here.FindAsync(new CongressId("gn"), CancellationToken.None)).Should().BeNull();
    }

    [Fact]
    public async Task What_another_instance_added_is_seen_after_half_a_minute_at_the_latest()
    {
        await ProvisionAsync(here);
        await elsewhere.FindAsync(_qijiang, CancellationToken.None);
        await ProvisionAsync(here, "water");
        (await here.FindAsync(_qijiang, CancellationToken.None))!.Find(new BodyId("water")).Should().NotBeNull("it was changed here");

        time.Advance(TimeSpan.FromSeconds(30));

        (await elsewhere.FindAsync(_qijiang, CancellationToken.None))!.Find(new BodyId("water")).Should().NotBeNull();
    }

    [Fact]
    public async Task A_plan_carried_out_again_repeats_nothing_and_adds_what_is_new()
    {
        await ProvisionAsync(here);
        await ProvisionAsync(here);
        (await VersionAsync()).Should().Be(1);

        await ProvisionAsync(here, "water", "roads");
        await ProvisionAsync(here, "water", "roads");

        (await VersionAsync()).Should().Be(3);
    }

    [Fact]
    public async Task A_plan_that_contradicts_what_is_there_names_the_congress_and_the_reason()
    {
        await ProvisionAsync(here);

        var other = () => Provisioning(here).ApplyAsync(
            new DistrictPlan([new(_qijiang, CongressLevel.Town, new("綦江", "Qijiang"), "chongqing", [])], []), CancellationToken.None);
        var unknown = () => Provisioning(here).ApplyAsync(
            new DistrictPlan([new(new("gn"), CongressLevel.Town, new("古南", "Gunan"), "sichuan", [])], []), CancellationToken.None);

        await other.Should().ThrowAsync<ProvisioningException>().WithMessage("*qj*congress.already-established*");
        await unknown.Should().ThrowAsync<ProvisioningException>().WithMessage("*gn*sichuan*");
    }

    [Fact]
    public async Task A_password_that_was_made_is_told_once_and_lets_in()
    {
        var hash = new KeyedHash(desk.Keys);
        var plan = new DistrictPlan(
            [new(_qijiang, CongressLevel.District, new("綦江", "Qijiang"), "chongqing", [])],
            [new(new("wang"), "王小明", [new(_qijiang, Office.SystemAdministrator, new LocalDate(2026, 1, 1))], "Wang")]);

        var made = await Provisioning(here).ApplyAsync(plan, CancellationToken.None);

        made.Should().ContainKey("Wang");
        (await new Credentials(desk.Rows, hash).CheckAsync("Wang", made["Wang"], CancellationToken.None)).Should().Be(new PersonId("wang"));
    }

    private Task ProvisionAsync(CongressDirectory directory, params string[] agencies) => Provisioning(directory).ApplyAsync(
        new DistrictPlan(
            [new(_qijiang, CongressLevel.District, new("綦江", "Qijiang"), "chongqing", [.. agencies.Select(id => new Body(new(id), BodyKind.Agency, new(id, id)))])], []),
        CancellationToken.None);

    private Provisioning Provisioning(CongressDirectory directory)
    {
        var hash = new KeyedHash(desk.Keys);
        return new Provisioning(
            desk.Runner, directory, new MandateRegister(desk.Store, desk.Runner, desk.Rows), new People(desk.Rows, new TextSealing(desk.Keys), desk.Keys, hash),
            new Credentials(desk.Rows, hash), new FakeClock(Instant.FromUtc(2026, 11, 24, 2, 0)));
    }

    private async Task<int> VersionAsync()
    {
        var versions = 0;
        await foreach (var _ in desk.Rows.ScanAsync("events", "qj|congress|qj", "", "", null, CancellationToken.None)) versions++;
        return versions;
    }
}
