namespace Qijiang.WeChat.Login;

/// <summary>What an errcode of WeChat's server API asks of us. WeChat's HTTP status and texts say nothing to rely on.</summary>
public enum ErrorClass
{
    /// <summary>No error.</summary>
    None,

    /// <summary>The access token is no longer good.</summary>
    Token,

    /// <summary>Too many calls this second or minute.</summary>
    SlowDown,

    /// <summary>No more calls today.</summary>
    DayUsedUp,

    /// <summary>WeChat is busy.</summary>
    Transient,

    /// <summary>A setting here or in WeChat's console is wrong: somebody has to look.</summary>
    Configuration,

    /// <summary>It is about this user or this data; asking again does not help.</summary>
    UserOrData,

    /// <summary>The call itself is wrong: a defect.</summary>
    Caller,

    /// <summary>A code nobody has described: taken for permanent.</summary>
    Unknown,
}
