using System.Reflection;
using System.Text.Json.Serialization;
using FluentAssertions;
using Qijiang.Core.Ballots;
using Qijiang.Core.Congresses;
using Qijiang.Core.LivelihoodProjects;
using Xunit;
using static Qijiang.Core.Tests.LivelihoodProjects.SamplePoll;

namespace Qijiang.Core.Tests.LivelihoodProjects;

public sealed class StoredFormTests
{
    private static readonly OfficialText _reason = new("管线迁改，工期顺延。");

    private static readonly PollEvent[] _polls =
    [
        new PollEvent.Prepared(Paper),
        new PollEvent.RulesConfirmed(Adopted, Measure),
        new PollEvent.RollFixed(Roll),
        new PollEvent.DeputySignedIn(Li),
        new PollEvent.Opened(Frame, 2),
        new PollEvent.Closed(2),
        new PollEvent.TallyRecorded(SealOf(2), Two(2, 1), PollCount.Of(Frame, new(3, 2, 2, 2), Two(2, 1))),
        new PollEvent.ResultAnnounced(Announcement.PublicNotice, "綦人公告〔2027〕2号"),
        new PollEvent.DeclaredVoid(VoidGround.Declared, new("断电"), ByPresidium),
    ];

    private static readonly ProjectEvent[] _projects =
    [
        new ProjectEvent.ProjectAdopted(new CongressId("qijiang"), new("poll-2027"), Project("housing"), new(2, 3, 2, 1)),
        new ProjectEvent.ProjectChanged(Project("housing"), _reason, Measure),
        new ProjectEvent.ProjectTerminated(_reason, Measure),
    ];

    public static TheoryData<PollEvent> OfPolls => new(_polls);

    public static TheoryData<ProjectEvent> OfProjects => new(_projects);

    [Theory]
    [MemberData(nameof(OfPolls))]
    public void The_stored_form_of_a_poll_is_the_approved_one(PollEvent sample) => Approved.Holds("LivelihoodProjects", sample);

    [Theory]
    [MemberData(nameof(OfProjects))]
    public void The_stored_form_of_a_project_is_the_approved_one(ProjectEvent sample) => Approved.Holds("LivelihoodProjects", sample);

    [Fact]
    public void Every_event_has_its_sample()
    {
        var named = new[] { typeof(PollEvent), typeof(ProjectEvent) }.SelectMany(family => family.GetCustomAttributes<JsonDerivedTypeAttribute>()).Select(a => a.DerivedType);

        _polls.Concat<object>(_projects).Select(sample => sample.GetType()).Should().BeEquivalentTo(named);
    }
}
