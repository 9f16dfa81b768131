namespace Qijiang.Storage.Contracts.Faults;

/// <summary>What a storage call fails with that was made to fail.</summary>
public sealed class StoreDownException() : IOException("The store was made to fail here.");
