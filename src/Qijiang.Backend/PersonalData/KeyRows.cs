using Qijiang.Backend.Storage;

namespace Qijiang.Backend.PersonalData;

/// <summary>
/// The row store that holds wrapped keys: one of its own, outside the export of rows, so that a copy of the data is not a
/// copy of the keys, and deleting a key row destroys the key.
/// </summary>
/// <param name="Store">The store; same engine, another file or account.</param>
public sealed record KeyRows(IRowStore Store);
