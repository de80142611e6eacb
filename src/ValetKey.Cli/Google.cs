using ValetKey.GData;
using ValetKey.OAuth;

namespace ValetKey.Cli;

/// <summary>Where Google is: its own hosts, or where VALETKEY_GOOGLE says.</summary>
internal sealed record Google(GoogleHosts Hosts, OAuth1Endpoints OAuth1, OAuth2Endpoints OAuth2)
{
    /// <exception cref="CliException">The variable holds no origin.</exception>
    public static Google Of(Shell shell)
    {
        if (shell.Variable(GoogleHosts.EnvironmentVariable) is not { Length: > 0 } origin)
        {
            return new(GoogleHosts.Google, OAuth1Endpoints.Google, OAuth2Endpoints.Google);
        }

        try
        {
            var hosts = GoogleHosts.At(origin);
            return new(hosts, OAuth1Endpoints.At(new(origin)), OAuth2Endpoints.At(new(origin)));
        }
        catch (ArgumentException)
        {
            throw CliException.Usage($"{GoogleHosts.EnvironmentVariable} is '{origin}'.", "Write it as http://127.0.0.1:8080.");
        }
    }
}
