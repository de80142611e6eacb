using ValetKey.Cli.Parsing;
using ValetKey.OAuth;

namespace ValetKey.Cli.Signing;

/// <summary>One secret, from the first of: the option, the option's file, the environment, the person at the terminal.</summary>
/// <param name="Given">The option that holds it.</param>
/// <param name="InFile">The option that names its file.</param>
/// <param name="Variable">The environment's name for it.</param>
/// <param name="Question">What to ask the person for.</param>
internal sealed record SecretOptions(Option Given, Option InFile, string Variable, string Question)
{
    public static SecretOptions ConsumerSecret { get; } = Of("consumer-secret", "the consumer secret");

    public static SecretOptions TokenSecret { get; } = Of("token-secret", "the token secret");

    public static SecretOptions Passphrase { get; } = Of("passphrase", "the passphrase of the token store");

    public static SecretOptions Password { get; } = Of("password", "the user's password");

    /// <summary>The secret; <c>null</c> where nobody gave one. Nobody is asked.</summary>
    /// <exception cref="CliException">The file cannot be read.</exception>
    public async Task<Secret?> FindAsync(Invocation invocation, CancellationToken stop) =>
        invocation.Arguments.Value(Given) is { } given ? new Secret(given)
        : invocation.Arguments.Value(InFile) is { } file ? new Secret(WithoutLineEnd(await invocation.Shell.ReadTextAsync(file, stop)))
        : invocation.Shell.Variable(Variable) is { } variable ? new Secret(variable)
        : null;

    /// <summary>The secret; the person is asked where nobody gave one.</summary>
    /// <exception cref="CliException">There is nobody to ask.</exception>
    public async Task<Secret> RequireAsync(Invocation invocation, CancellationToken stop) =>
        await FindAsync(invocation, stop) ?? invocation.Shell.Ask(char.ToUpperInvariant(Question[0]) + Question[1..])
            ?? throw CliException.Usage($"Nobody gave {Question}.", $"Set {Variable}, or give {InFile.Name} FILE{(Given.Name.EndsWith("-secret", StringComparison.Ordinal) ? $", or {Given.Name} '' where it is empty" : "")}.");

    // One line end at the end is the editor's.
    private static string WithoutLineEnd(string text) => text.EndsWith("\r\n", StringComparison.Ordinal) ? text[..^2] : text.EndsWith('\n') ? text[..^1] : text;

    private static SecretOptions Of(string name, string question)
    {
        var variable = "VALETKEY_" + name.Replace('-', '_').ToUpperInvariant();
        return new(
            new($"--{name}", $"{char.ToUpperInvariant(question[0])}{question[1..]}; better by {variable} or a file", "TEXT"),
            new($"--{name}-file", $"The file that holds {question}; - reads standard input", "FILE"),
            variable,
            question);
    }
}
