namespace Qijiang.Backend.PersonalData;

/// <summary>Something was to be written under a key that was destroyed: the person was erased in the meantime.</summary>
public sealed class KeyDestroyedException : Exception
{
    /// <summary>Names the owner of the key.</summary>
    /// <param name="owner">Whose key it was.</param>
    public KeyDestroyedException(string owner) : base($"the key of {owner} was destroyed") { }

    /// <summary>For serializers only.</summary>
    public KeyDestroyedException() { }

    /// <summary>With what was behind it.</summary>
    /// <param name="owner">Whose key it was.</param>
    /// <param name="innerException">What was behind it.</param>
    public KeyDestroyedException(string owner, Exception innerException) : base($"the key of {owner} was destroyed", innerException) { }
}
