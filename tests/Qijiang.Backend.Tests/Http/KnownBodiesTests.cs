using FluentAssertions;
using Qijiang.Core.Congresses;
using Xunit;

namespace Qijiang.Backend.Tests.Http;

/// <summary>A body that the congress does not have is refused by its field, before anything is recorded of it.</summary>
[Collection(SurfaceTests.Name)]
public sealed class KnownBodiesTests(SurfaceHost surface)
{
    private const string Decision = """{"documentNumber":"綦江人大办〔2026〕15号","signatory":"clerk","on":"2026-11-20"}""";
    private const string Suggestion = "/api/qj/suggestions/JY-00000-00000";

    public static TheoryData<string, string, string> Requests => new()
    {
        { $"{Suggestion}/agencies", $$"""{"parts":[{"agency":"water","role":"Lead"},{"agency":"nobody","role":"CoHandler"}],"decision":{{Decision}}}""", "parts[1].agency" },
        { $"{Suggestion}/refusal", $$"""{"ground":"PersonalMatter","explanation":"…","to":"nobody","decision":{{Decision}}}""", "to" },
        { $"{Suggestion}/handlings/water/return/decision", $$"""{"to":"nobody","decision":{{Decision}}}""", "to" },
        { "/api/qj/suggestions/assignments", $$"""{"suggestions":["JY-00000-00000"],"to":"nobody","decision":{{Decision}}}""", "to" },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_body_that_is_not_there_is_named(string address, string json, string field) =>
        (await surface.PostAsync(address, SurfaceHost.Clerk, json)).Problem.Should().Be((400, "request.field-malformed", field));

    [Fact]
    public async Task A_projects_unit_has_to_be_there() =>
        (await surface.PostAsync("/api/qj/polls", SurfaceHost.Only(Office.SecretariatClerk), """
            {"title":"票决","projects":[{"id":"p-1","title":"…","content":"…","location":"…","investmentYuan":1,"fundingSource":"…","responsibleUnit":"nobody","finishBy":"2027-10-01"}],
             "terms":{"seats":1,"forMarksCapped":true},"chiefScrutineer":"clerk","scrutineers":["clerk"]}
            """)).Problem.Should().Be((400, "request.field-malformed", "projects[0].responsibleUnit"));
}
