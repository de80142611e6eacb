using System.Text;

namespace ValetKey.Cli;

/// <summary>Reads a line at the terminal without showing it.</summary>
internal static class UnseenLine
{
    /// <returns><c>null</c> for Ctrl+C, Ctrl+D or Escape.</returns>
    public static string? Read()
    {
        var line = new StringBuilder();
        var before = Console.TreatControlCAsInput;
        Console.TreatControlCAsInput = true;
        try
        {
            while (true)
            {
                var key = Console.ReadKey(intercept: true);
                switch (key.Key)
                {
                    case ConsoleKey.Enter:
                        return line.ToString();
                    case ConsoleKey.Backspace:
                        line.Length = Math.Max(0, line.Length - 1);
                        break;
                    case ConsoleKey.Escape:
                    case ConsoleKey.C or ConsoleKey.D when key.Modifiers.HasFlag(ConsoleModifiers.Control):
                        return null;
                    default:
                        line.Append(char.IsControl(key.KeyChar) ? "" : key.KeyChar.ToString());
                        break;
                }
            }
        }
        finally
        {
            Console.TreatControlCAsInput = before;
            Console.Error.WriteLine();
        }
    }
}
