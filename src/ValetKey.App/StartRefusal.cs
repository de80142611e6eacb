using Microsoft.Extensions.Options;

namespace ValetKey.App;

/// <summary>Why the server does not start, for the person at the terminal: what they can mend, without a stack.</summary>
internal static class StartRefusal
{
    /// <returns>Null for what is no mistake of theirs: that ends the process with everything it has to say.</returns>
    public static string? Describe(Exception failed) => failed switch
    {
        OptionsValidationException options => "The settings are not right:\n" + string.Join('\n', options.Failures.Select(failure => "  " + failure)),
        IOException busy => busy.Message.TrimEnd('.') + ". End the other program, or listen elsewhere with --urls http://127.0.0.1:8081.",
        InvalidOperationException mistake => mistake.Message,
        FormatException mistake => mistake.Message,
        _ => null,
    };
}
