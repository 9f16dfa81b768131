using System.Security.Cryptography;
using System.Text;
using FluentAssertions;
using Qijiang.Backend.Ballots;
using Xunit;

namespace Qijiang.Backend.Tests.Ballots;

public sealed class HpkeTests
{
    // The keys of the RFC 9180 vector for mode 0, DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. The ciphertext was computed
    // from the RFC's text with Python's cryptography (whose own HPKE agrees), after that script had reproduced the vector of A.3.1.
    private static readonly byte[] _private = Convert.FromHexString("317f915db7bc629c48fe765587897e01e282d3e8445f79f27f65d031a88082b2");
    private static readonly byte[] _public = Convert.FromHexString(
        "04abc7e49a4c6b3566d77d0304addc6ed0e98512ffccf505e6a8e3eb25c685136f853148544876de76c0f2ef99cdc3a05ccf5ded7860c7c021238f9e2073d2356c");

    private static readonly byte[] _sealed = Convert.FromHexString(
        "04c06b4f6bebc7bb495cb797ab753f911aff80aefb86fd8b6fcc35525f3ab5f03e0b21bd31a86c6048af3cb2d98e0d3bf01da5cc4c39ff5370d331a4f1f7d5a4e0"
        + "58c61a45059d0c5704560e9d88b564a8b63f1364b8d1fcb3c4c6ddc1d291742465e902cd216f8908da49f8f96f");

    private static readonly byte[] _info = "Ode on a Grecian Urn"u8.ToArray();
    private static readonly byte[] _aad = "Count-0"u8.ToArray();

    [Fact]
    public void It_opens_the_vector() =>
        Encoding.ASCII.GetString(Hpke.Open(_private, _info, _aad, _sealed)!).Should().Be("Beauty is truth, truth beauty");

    [Fact]
    public void The_public_key_follows_from_the_private_one() => Hpke.PublicOf(_private).Should().Equal(_public);

    [Fact]
    public void What_is_sealed_opens_with_its_key_its_info_and_its_aad_alone()
    {
        var closed = Hpke.Seal(_public, _info, _aad, [1, 2, 3]);

        closed.Length.Should().Be(3 + Hpke.Overhead);
        Hpke.Open(_private, _info, _aad, closed).Should().Equal(1, 2, 3);
        Hpke.Open(Hpke.NewKeyPair().Private, _info, _aad, closed).Should().BeNull();
        Hpke.Open(_private, [.. _info, 0], _aad, closed).Should().BeNull();
        Hpke.Open(_private, _info, [], closed).Should().BeNull();
    }

    [Fact]
    public void One_changed_bit_anywhere_is_noticed()
    {
        for (var i = 0; i < _sealed.Length; i++)
        {
            var changed = (byte[])_sealed.Clone();
            changed[i] ^= 1;
            Hpke.Open(_private, _info, _aad, changed).Should().BeNull("byte {0} was changed", i);
        }
    }

    [Fact]
    public void A_point_off_the_curve_is_no_key()
    {
        var off = (byte[])_public.Clone();
        off[^1] ^= 1;

        Hpke.IsPublicKey(_public).Should().BeTrue();
        Hpke.IsPublicKey(off).Should().BeFalse();
        Hpke.IsPublicKey(new byte[65]).Should().BeFalse();
        Hpke.IsPublicKey(_public.AsSpan(0, 64)).Should().BeFalse();
        Hpke.IsPublicKey([]).Should().BeFalse();
        var sealing = () => Hpke.Seal(off, _info, _aad, [1]);
        sealing.Should().Throw<CryptographicException>();
    }

    [Fact]
    public void Every_pair_is_another_of_the_same_lengths()
    {
        var (open, secret) = Hpke.NewKeyPair();

        open.Length.Should().Be(65);
        secret.Length.Should().Be(32);
        Hpke.PublicOf(secret).Should().Equal(open);
        Hpke.NewKeyPair().Public.Should().NotEqual(open);
    }
}
