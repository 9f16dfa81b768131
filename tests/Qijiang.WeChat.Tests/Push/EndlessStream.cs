namespace Qijiang.WeChat.Tests.Push;

/// <summary>A body of spaces that never ends, or breaks off.</summary>
public sealed class EndlessStream(int breaksAfter = int.MaxValue) : Stream
{
    private int _reads;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_reads++ == breaksAfter) throw new BadHttpRequestException("Unexpected end of request content.");
        buffer.AsSpan(offset, count).Fill((byte)' ');
        return count;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
