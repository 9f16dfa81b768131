using Qijiang.Backend.Messaging;

namespace Qijiang.Backend.Storage;

/// <summary>
/// What every engine asks of its arguments before it touches anything, so that all of them refuse the same:
/// <see cref="ArgumentException"/> for what is no name, key or commit, <see cref="StoreLimitException"/> for what is too much.
/// </summary>
public static class StoreArguments
{
    private const string PoisonSuffix = "-poison";

    /// <summary>Refuses a commit that no engine takes.</summary>
    /// <param name="table">The table.</param>
    /// <param name="partition">The partition.</param>
    /// <param name="changes">The changes: 1 to <see cref="StoreLimits.MaxChanges"/>, each key once, no written row without bytes.</param>
    /// <param name="messages">The messages; with any, at least one change is an insert.</param>
    /// <exception cref="ArgumentException">A name or key is none, a key comes twice, bytes are missing, or messages come without an insert.</exception>
    /// <exception cref="StoreLimitException">A limit is exceeded; the message names it.</exception>
    public static void CheckCommit(string table, string partition, IReadOnlyList<Change> changes, IReadOnlyList<Message> messages)
    {
        CheckTable(table);
        CheckKey(partition, nameof(partition));
        CheckChanges(changes);
        ArgumentNullException.ThrowIfNull(messages);
        if (messages.Count > 0 && !changes.Any(change => change is Change.Insert))
            throw new ArgumentException("A commit with messages needs an insert, by which it can be recognised.", nameof(messages));
        foreach (var message in messages)
            CheckMessage(message);
    }

    /// <summary>Refuses a message that no engine takes.</summary>
    /// <param name="message">The message.</param>
    /// <exception cref="ArgumentException">The queue's name or the id is none, or the delay is negative or not in whole seconds.</exception>
    /// <exception cref="StoreLimitException">Body, id or delay exceed a limit; the message names it.</exception>
    public static void CheckMessage(Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        CheckQueue(message.Queue);
        CheckEnvelope(message.Id, message.Body, message.Delay);
    }

    /// <summary>Refuses an envelope or a delay that no engine takes.</summary>
    /// <param name="id">The message's id: 1 to <see cref="StoreLimits.MaxKeyLength"/> characters.</param>
    /// <param name="body">Its body.</param>
    /// <param name="delay">How long it shall stay invisible.</param>
    /// <exception cref="ArgumentException">The id is empty, or the delay is negative or not in whole seconds.</exception>
    /// <exception cref="StoreLimitException">Body, id or delay exceed a limit; the message names it.</exception>
    public static void CheckEnvelope(string id, ReadOnlyMemory<byte> body, TimeSpan delay)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        AtMost(id.Length, StoreLimits.MaxKeyLength, nameof(StoreLimits.MaxKeyLength));
        AtMost(body.Length, StoreLimits.MaxMessageBytes, nameof(StoreLimits.MaxMessageBytes));
        CheckDelay(delay);
    }

    /// <summary>Refuses a delay that no engine takes.</summary>
    /// <param name="delay">Whole seconds, at most <see cref="StoreLimits.MaxDelay"/>.</param>
    /// <exception cref="ArgumentException">It is negative or not in whole seconds.</exception>
    /// <exception cref="StoreLimitException">It is longer than <see cref="StoreLimits.MaxDelay"/>.</exception>
    public static void CheckDelay(TimeSpan delay)
    {
        if (delay < TimeSpan.Zero || delay.Ticks % TimeSpan.TicksPerSecond != 0)
            throw new ArgumentException($"A delay is a whole number of seconds, not {delay}.", nameof(delay));
        if (delay > StoreLimits.MaxDelay)
            throw new StoreLimitException($"{nameof(StoreLimits.MaxDelay)}: {delay} is longer than {StoreLimits.MaxDelay}.");
    }

    /// <summary>Refuses a text that is no table: 3 to 40 ASCII letters and digits, a letter first.</summary>
    /// <param name="table">The text.</param>
    /// <exception cref="ArgumentException">It is no table.</exception>
    public static void CheckTable(string table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Length is < 3 or > 40 || !char.IsAsciiLetter(table[0]) || !table.All(char.IsAsciiLetterOrDigit))
            throw new ArgumentException($"'{table}' is no table: 3 to 40 letters and digits, a letter first.", nameof(table));
    }

    /// <summary>Refuses a text that is no partition or key, see <see cref="StoreLimits.IsKey"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="what">What it was given as, for the message.</param>
    /// <exception cref="ArgumentException">It is no key.</exception>
    /// <exception cref="StoreLimitException">It is longer than <see cref="StoreLimits.MaxKeyLength"/>.</exception>
    public static void CheckKey(string text, string what)
    {
        ArgumentNullException.ThrowIfNull(text, what);
        AtMost(text.Length, StoreLimits.MaxKeyLength, nameof(StoreLimits.MaxKeyLength));
        if (!StoreLimits.IsKey(text))
            throw new ArgumentException($"A {what} is printable ASCII without space, / \\ # ?, and not empty.", what);
    }

    /// <summary>Refuses a text that is no queue: 3 to 50 lower-case letters, digits and single hyphens within; it may end in <c>-poison</c> besides.</summary>
    /// <param name="queue">The text.</param>
    /// <exception cref="ArgumentException">It is no queue.</exception>
    public static void CheckQueue(string queue)
    {
        ArgumentNullException.ThrowIfNull(queue);
        var name = IsPoison(queue) ? queue[..^PoisonSuffix.Length] : queue;
        if (name.Length is < 3 or > 50 || name[0] == '-' || name[^1] == '-' || name.Contains("--", StringComparison.Ordinal)
            || !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            throw new ArgumentException($"'{queue}' is no queue: 3 to 50 lower-case letters, digits and single hyphens.", nameof(queue));
    }

    /// <summary>The queue that holds what a queue's consumers could not handle.</summary>
    /// <param name="queue">The queue.</param>
    public static string PoisonOf(string queue) => queue + PoisonSuffix;

    /// <summary>Whether it is such a queue.</summary>
    /// <param name="queue">The queue.</param>
    public static bool IsPoison(string queue) => queue.EndsWith(PoisonSuffix, StringComparison.Ordinal);

    private static void CheckChanges(IReadOnlyList<Change> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        if (changes.Count == 0)
            throw new ArgumentException("A commit needs at least one change.", nameof(changes));
        AtMost(changes.Count, StoreLimits.MaxChanges, nameof(StoreLimits.MaxChanges));
        var keys = new HashSet<string>(changes.Count, StringComparer.Ordinal);
        var bytes = 0;
        foreach (var change in changes)
        {
            CheckKey(change.Key, "key");
            if (!keys.Add(change.Key))
                throw new ArgumentException($"The key '{change.Key}' comes twice in one commit.", nameof(changes));
            bytes += CheckedBytes(change);
        }

        AtMost(bytes, StoreLimits.MaxCommitBytes, nameof(StoreLimits.MaxCommitBytes));
    }

    private static int CheckedBytes(Change change)
    {
        var data = change switch
        {
            Change.Insert insert => insert.Data,
            Change.Replace replace => replace.Data,
            Change.Upsert upsert => upsert.Data,
            _ => default(ReadOnlyMemory<byte>?),
        };
        if (change is Change.Replace { ETag: null or "" } or Change.Delete { ETag: "" })
            throw new ArgumentException($"The ETag of '{change.Key}' is empty.", nameof(change));
        if (data is null)
            return 0;
        if (data.Value.IsEmpty)
            throw new ArgumentException($"The row '{change.Key}' has no bytes: that is how a given-up commit looks, see {nameof(VoidRow)}.", nameof(change));
        AtMost(data.Value.Length, StoreLimits.MaxRowBytes, nameof(StoreLimits.MaxRowBytes));
        return data.Value.Length;
    }

    private static void AtMost(int actual, int limit, string name)
    {
        if (actual > limit)
            throw new StoreLimitException($"{name}: {actual} is more than {limit}.");
    }
}
