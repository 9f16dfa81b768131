using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Qijiang.Sqlite;

/// <summary>
/// Opens connections to one file with the settings on which the promises rest, and asserts those: <c>synchronous</c> belongs
/// to a connection, not to the file, and silence about it would be found only by a power cut.
/// </summary>
internal sealed class ConnectionOpener
{
    private const int BusySeconds = 5;
    private const string SynchronousFull = "2";

    private readonly string path;
    private readonly bool eraseDeleted;

    public ConnectionOpener(string path, bool eraseDeleted)
    {
        this.path = path;
        this.eraseDeleted = eraseDeleted;
        CreateForOwnerOnly(path);
    }

    /// <summary>The one connection that writes: WAL, FULL, secure_delete where deleting is erasing; and our tables in the file.</summary>
    /// <exception cref="InvalidDataException">The file is another program's, or of a version that this code does not know; it was left as it is.</exception>
    /// <exception cref="InvalidOperationException">SQLite did not take a setting.</exception>
    public SqliteConnection OpenWriter()
    {
        var connection = Open(SqliteOpenMode.ReadWriteCreate);
        try
        {
            Schema.Check(connection);
            MakeDurable(connection, eraseDeleted);
            Schema.Ensure(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A connection that can only read.</summary>
    public SqliteConnection OpenReader()
    {
        var connection = Open(SqliteOpenMode.ReadWrite);
        Execute(connection, "PRAGMA query_only = ON");
        return connection;
    }

    /// <summary>Sets what the promises rest on, and asks SQLite whether it holds.</summary>
    /// <exception cref="InvalidOperationException">SQLite did not take a setting.</exception>
    internal static void MakeDurable(SqliteConnection connection, bool eraseDeleted)
    {
        Execute(connection, "PRAGMA journal_mode = WAL");
        Execute(connection, "PRAGMA synchronous = FULL");
        Execute(connection, $"PRAGMA secure_delete = {(eraseDeleted ? "ON" : "OFF")}");
        Require(connection, "journal_mode", "wal");
        Require(connection, "synchronous", SynchronousFull);
        Require(connection, "secure_delete", eraseDeleted ? "1" : "0");
    }

    /// <summary>Runs a statement that gives nothing of interest.</summary>
    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Runs a statement that gives one value.</summary>
    public static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private SqliteConnection Open(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Cache = SqliteCacheMode.Private,
            Pooling = false,
            DefaultTimeout = BusySeconds,
        }.ConnectionString);
        connection.Open();
        Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {BusySeconds * 1000}"));
        return connection;
    }

    private static void Require(SqliteConnection connection, string setting, string expected)
    {
        var actual = Convert.ToString(Scalar(connection, $"PRAGMA {setting}"), CultureInfo.InvariantCulture);
        if (actual != expected)
            throw new InvalidOperationException($"SQLite runs with {setting} = {actual}, not {expected}: what is promised to callers would not hold.");
    }

    /// <summary>The log beside it gets the same permissions from SQLite.</summary>
    private static void CreateForOwnerOnly(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (OperatingSystem.IsWindows() || File.Exists(path))
            return;
        using var created = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.Write,
            Share = FileShare.ReadWrite,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
    }
}
