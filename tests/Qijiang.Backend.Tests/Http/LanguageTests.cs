using FluentAssertions;
using Xunit;

namespace Qijiang.Backend.Tests.Http;

[Collection(SurfaceTests.Name)]
public sealed class LanguageTests(SurfaceHost surface)
{
    // One refused by the pipeline, one by routing, one by an exception, one by an endpoint.
    public static TheoryData<string, string, string> Problems => new()
    {
        { "/api/qj/staff", "请先登录，或重新登录。", "Please sign in, or sign in again." },
        { "/api/nowhere/at/all", "没有这个地址。", "There is no such address." },
        { "/api/test/number?value=many", "填写的内容不符合要求，请检查所指出的字段。", "What was filled in can't be used; please check the field that is named." },
        {
            "/api/test/broken", "系统出现故障，您的操作可能尚未完成；请稍后用同一个 Idempotency-Key 重试，不会重复提交。",
            "Something of ours failed; try again in a moment with the same Idempotency-Key, nothing will be done twice."
        },
        { "/api/nowhere", "没有找到这个人民代表大会。", "There is no such people's congress here." },
    };

    [Theory]
    [MemberData(nameof(Problems))]
    public async Task Chinese_by_default_and_English_for_whoever_asks(string address, string chinese, string english)
    {
        (await surface.GetAsync(address)).Title.Should().Be(chinese);
        foreach (var wish in (string[])["en", "en-US,en;q=0.8", "fr,en;q=0.5"]) (await Asking(address, wish)).Title.Should().Be(english, $"{wish} was asked for");
        foreach (var wish in (string[])["zh-CN", "zh-CN,en;q=0.5", "zh", "fr", "*", "nonsense;;"]) (await Asking(address, wish)).Title.Should().Be(chinese, $"{wish} was asked for");
    }

    private Task<SurfaceHost.Answer> Asking(string address, string wish) =>
        surface.GetAsync(address, null, request => request.Headers.TryAddWithoutValidation("Accept-Language", wish));
}
