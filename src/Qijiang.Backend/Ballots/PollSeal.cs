using System.Text;
using Qijiang.Backend.PersonalData;

namespace Qijiang.Backend.Ballots;

/// <summary>Bytes sealed under a key of a poll, with the name of the suite before them.</summary>
internal static class PollSeal
{
    public static byte[] Close(byte[] key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> place) =>
        [(byte)SealSuite.Current.Length, .. Encoding.ASCII.GetBytes(SealSuite.Current), .. SealSuite.Seal(key, plain, place)];

    public static byte[] Open(byte[] key, ReadOnlySpan<byte> closed, ReadOnlySpan<byte> place) =>
        SealSuite.Open(Encoding.ASCII.GetString(closed.Slice(1, closed[0])), key, closed[(1 + closed[0])..], place);
}
