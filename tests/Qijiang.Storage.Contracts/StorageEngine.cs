using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;

namespace Qijiang.Storage.Contracts;

/// <summary>One engine, empty, as the contracts use it.</summary>
/// <param name="Rows">Its row store.</param>
/// <param name="Queue">The queue into which that row store's commits send.</param>
/// <param name="Owner">What is disposed of after the test; null: nothing.</param>
public sealed record StorageEngine(IRowStore Rows, IMessageQueue Queue, IAsyncDisposable? Owner = null);
