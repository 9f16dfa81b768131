namespace Qijiang.WeChat.Login;

/// <summary>Tells the errcodes of WeChat's server API apart.</summary>
public static class ErrorCodes
{
    /// <summary>The sign-in code is unknown or too old.</summary>
    public const int CodeInvalid = 40029;

    /// <summary>The sign-in code was used before.</summary>
    public const int CodeUsed = 40163;

    /// <summary>WeChat blocks the sign-in of a high-risk user.</summary>
    public const int UserBlocked = 40226;

    /// <summary>What a code asks of us.</summary>
    /// <param name="errcode">The code; 0 where none was given.</param>
    public static ErrorClass ClassOf(int errcode) => errcode switch
    {
        0 => ErrorClass.None,
        40001 or 40014 or 41001 or 42001 => ErrorClass.Token,
        44990 or 44991 or 45011 => ErrorClass.SlowDown,
        44993 or 45009 => ErrorClass.DayUsedUp,
        -1 => ErrorClass.Transient,
        40013 or 40037 or 40125 or 40164 or 40243 or 41002 or 41004 or 43002 or 43107 or 48001 or 50004 or 50007
            or 89503 or 89506 or 89507 => ErrorClass.Configuration,
        40003 or CodeInvalid or CodeUsed or UserBlocked or 43101 or 43104 or 45168 or 47001 or 47003 or 61010 or 87009 => ErrorClass.UserOrData,
        40097 or 40129 or 44002 => ErrorClass.Caller,
        _ => ErrorClass.Unknown,
    };
}
