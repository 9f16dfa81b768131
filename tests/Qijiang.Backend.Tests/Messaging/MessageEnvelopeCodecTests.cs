using System.Text;
using FluentAssertions;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;
using Xunit;

namespace Qijiang.Backend.Tests.Messaging;

public sealed class MessageEnvelopeCodecTests
{
    private const string Approved =
        """{"id":"建议-1","sentAt":"2026-11-24T08:30:15.25+00:00","commit":{"table":"streams","partition":"qj!2026","key":"v\"0001","id":"c0ffee"}}""" + "\n{\"body\":1}";

    private static readonly MessageEnvelope Sample = new(
        "建议-1",
        "{\"body\":1}"u8.ToArray(),
        new DateTimeOffset(2026, 11, 24, 8, 30, 15, 250, TimeSpan.Zero),
        new CommitRef("streams", "qj!2026", "v\"0001", "c0ffee"));

    [Fact]
    public void The_form_in_which_it_lies_in_queues_is_the_approved_one() =>
        Encoding.UTF8.GetString(MessageEnvelopeCodec.Encode(Sample)).Should().Be(Approved);

    [Fact]
    public void The_approved_form_can_be_read()
    {
        var envelope = MessageEnvelopeCodec.Decode(Encoding.UTF8.GetBytes(Approved));

        (envelope.Id, envelope.SentAt, envelope.Commit).Should().Be((Sample.Id, Sample.SentAt, Sample.Commit));
        Encoding.UTF8.GetString(envelope.Body.Span).Should().Be("{\"body\":1}");
    }

    [Fact]
    public void Any_bytes_come_back_as_they_were()
    {
        byte[] body = [0, 10, 13, 10, 255, 128];

        MessageEnvelopeCodec.Decode(MessageEnvelopeCodec.Encode(Sample with { Body = body, Commit = null })).Body.ToArray().Should().Equal(body);
    }

    [Fact]
    public void The_longest_message_under_the_longest_names_fits_a_queue_message()
    {
        var key = new string('"', StoreLimits.MaxKeyLength);
        var longest = new MessageEnvelope(
            new string('议', StoreLimits.MaxKeyLength),
            new byte[StoreLimits.MaxMessageBytes],
            DateTimeOffset.MaxValue,
            new CommitRef(new string('t', 40), key, key, new string('f', 32)));

        Convert.ToBase64String(MessageEnvelopeCodec.Encode(longest)).Length.Should().BeLessThanOrEqualTo(65_536);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("hello\nbody")]
    [InlineData("{}\nbody")]
    [InlineData("null\nbody")]
    [InlineData("{\"id\":null,\"sentAt\":\"2026-11-24T08:30:15Z\"}\nbody")]
    [InlineData("{\"id\":\"m\",\"sentAt\":\"2026-11-24T08:30:15Z\",\"commit\":{\"table\":\"t\"}}\nbody")]
    public void What_is_no_envelope_is_refused(string text)
    {
        var decode = () => MessageEnvelopeCodec.Decode(Encoding.UTF8.GetBytes(text));

        decode.Should().Throw<FormatException>();
    }
}
