using Microsoft.Data.Sqlite;

namespace Qijiang.Sqlite;

/// <summary>One prepared command of one connection, used again and again.</summary>
internal sealed class Statement : IDisposable
{
    private readonly SqliteCommand command;

    /// <summary>Prepares it.</summary>
    /// <param name="connection">The open connection.</param>
    /// <param name="sql">One statement whose parameters are $1, $2, … in the order in which values will be given.</param>
    /// <param name="parameters">How many.</param>
    public Statement(SqliteConnection connection, string sql, int parameters)
    {
        command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 1; i <= parameters; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
        command.Prepare();
    }

    /// <summary>Runs it and says how many rows it changed.</summary>
    public int Run(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return command.ExecuteNonQuery();
    }

    /// <summary>Runs it and gives its rows; read to the end and dispose of before the next use.</summary>
    public SqliteDataReader Read(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return command.ExecuteReader();
    }

    public void Dispose() => command.Dispose();

    private void Bind(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
    }
}
