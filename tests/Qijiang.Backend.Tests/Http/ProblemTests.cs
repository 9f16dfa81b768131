using System.Net.Http.Headers;
using FluentAssertions;
using Xunit;

namespace Qijiang.Backend.Tests.Http;

[Collection(SurfaceTests.Name)]
public sealed class ProblemTests(SurfaceHost surface)
{
    [Fact]
    public async Task A_refusal_is_problem_details_with_a_stable_code()
    {
        var answer = await surface.GetAsync("/api/qj/staff");

        answer.ContentType.Should().Be("application/problem+json");
        answer.Problem.Should().Be((401, "office.sign-in-needed", null));
        answer.Text("type").Should().Be("urn:qijiang:office.sign-in-needed");
        answer.Text("status").Should().Be("401");
        answer.Title.Should().Be("请先登录，或重新登录。");
        answer.Headers.Should().Contain("WWW-Authenticate: Bearer");
    }

    [Fact]
    public async Task A_refusal_that_rests_on_a_rule_names_it()
    {
        var answer = await surface.PostAsync("/api/test/ruled", null, null);

        answer.Problem.Should().Be((409, "opinion.not-your-office", null));
        answer.Text("rule").Should().Be("""{"id":"OPN-01","set":"national","from":"2022-05-01"}""");
    }

    [Theory]
    [InlineData("""{"title":"a","column":oops}""", "request.body-malformed", "column")]
    [InlineData("""{"title":"a","column":"Todo","lines":[{"text":"a"},{"text":oops}]}""", "request.body-malformed", "lines[1].text")]
    [InlineData("""{"title":"a","column":"Todo" """, "request.body-malformed", null)]
    [InlineData("""oops""", "request.body-malformed", null)]
    [InlineData("""[1]""", "request.body-malformed", null)]
    [InlineData("", "request.body-malformed", null)]
    public async Task Malformed_JSON_is_refused_and_the_place_named(string json, string code, string? field) =>
        (await surface.PostAsync("/api/test/open", null, json)).Problem.Should().Be((400, code, field));

    [Theory]
    [InlineData("""{"column":"Todo"}""", "title")]
    [InlineData("""{"title":"a"}""", "column")]
    [InlineData("""{"title":null,"column":"Todo"}""", "title")]
    [InlineData("""{"title":"a","column":"Todo","lines":[{"text":"a"},{}]}""", "lines[1].text")]
    [InlineData("""{"title":"a","column":"Todo","lines":[{"text":null}]}""", "lines[0].text")]
    public async Task A_missing_field_is_named(string json, string field) =>
        (await surface.PostAsync("/api/test/open", null, json)).Problem.Should().Be((400, "request.field-missing", field));

    [Theory]
    [InlineData("""{"title":"a","column":"Todo","colour":"red"}""", "colour")]
    [InlineData("""{"title":"a","column":"Todo","lines":[{"text":"a","colour":"red"}]}""", "lines[0].colour")]
    public async Task An_unknown_field_is_named(string json, string field) =>
        (await surface.PostAsync("/api/test/open", null, json)).Problem.Should().Be((400, "request.body-malformed", field));

    [Theory]
    [InlineData("""{"title":5,"column":"Todo"}""", "title")]
    [InlineData("""{"title":"a","column":"Nowhere"}""", "column")]
    [InlineData("""{"title":"a","column":"Todo","on":"2026-02-30"}""", "on")]
    [InlineData("""{"title":"a","column":"Todo","on":20260230}""", "on")]
    [InlineData("""{"title":"a","column":"Todo","lines":{}}""", "lines")]
    [InlineData("""{"title":"a","column":"Todo","lines":[{"text":"a"},{"text":"b","on":"tomorrow"}]}""", "lines[1].on")]
    public async Task A_field_of_the_wrong_type_is_named(string json, string field) =>
        (await surface.PostAsync("/api/test/open", null, json)).Problem.Should().Be((400, "request.field-malformed", field));

    [Fact]
    public async Task A_body_that_is_no_JSON_is_refused()
    {
        var answer = await surface.PostAsync("/api/test/open", null, "title=a", request => request.Content!.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded"));

        answer.Problem.Should().Be((400, "request.body-malformed", null));
    }

    [Theory]
    [InlineData("/api/test/number", "request.field-missing", "value")]
    [InlineData("/api/test/number?value=many", "request.field-malformed", "value")]
    public async Task A_parameter_of_the_address_is_named(string address, string code, string field) =>
        (await surface.GetAsync(address)).Problem.Should().Be((400, code, field));

    [Fact]
    public async Task An_id_in_the_address_that_can_be_none_is_named() =>
        (await surface.GetAsync("/api/qj/cards/a%20b", SurfaceHost.Citizen)).Problem.Should().Be((400, "request.field-malformed", "person"));

    [Theory]
    [InlineData("/")]
    [InlineData("/api/nowhere/at/all")]
    [InlineData("/api/qj/staff/more")]
    public async Task An_unknown_address_is_not_found(string address) =>
        (await surface.GetAsync(address)).Problem.Should().Be((404, "address.unknown", null));

    [Theory]
    [InlineData("DELETE")]
    [InlineData("POST")]
    public async Task A_method_that_the_address_does_not_take_is_refused_and_the_others_named(string method)
    {
        var answer = await surface.SendAsync(new HttpMethod(method), "/api/qj/staff", SurfaceHost.Clerk, null, request => request.Headers.Remove("Idempotency-Key"));

        answer.Problem.Should().Be((405, "request.method-not-allowed", null));
        answer.Headers.Should().Contain("Allow: GET");
    }

    [Theory]
    [InlineData("/api/test/broken")]
    [InlineData("/api/test/timed-out")]
    public async Task A_defect_of_ours_is_answered_without_its_text(string address)
    {
        var answer = await surface.GetAsync(address);

        answer.Problem.Should().Be((500, "server.failed", null));
        (answer.Body + answer.Headers).Should().NotContain(TestRoutes.Secret).And.NotContain("Exception").And.NotContain("   at ");
    }

    [Fact]
    public async Task An_act_before_any_rule_is_refused_and_its_date_named() =>
        (await surface.GetAsync("/api/test/no-rule")).Problem.Should().Be((422, "act.no-rule-then", "occurredOn"));

    [Fact]
    public async Task Chinese_in_a_body_comes_back_as_it_was()
    {
        var answer = await surface.PostAsync("/api/test/open", null, """{"title":"关于改造老旧小区的建议","column":"Todo"}""");

        (answer.Status, answer.Body).Should().Be((200, "\"关于改造老旧小区的建议\""));
    }

    [Fact]
    public async Task A_body_in_another_encoding_than_UTF_8_is_refused()
    {
        var answer = await surface.PostAsync("/api/test/open", null, "", request =>
        {
            request.Content = new ByteArrayContent([.. "{\"title\":\""u8, 0xC4, 0xE3, .. "\",\"column\":\"Todo\"}"u8]);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        });

        answer.Status.Should().Be(400);
    }
}
