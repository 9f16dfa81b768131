namespace Qijiang.Backend.Identity;

/// <summary>Who a citizen is to the channel: no name, but personal data all the same.</summary>
/// <param name="OpenId">The channel's id of the person within our own application. Stored encrypted, looked up by keyed hash.</param>
public sealed record CitizenIdentity(string OpenId)
{
    /// <summary>Never the openid, so that it is not logged by accident.</summary>
    public override string ToString() => "(personal)";
}
