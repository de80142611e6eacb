// A batch job with a token that was made in the OAuth Playground: fetches a user of a domain.
//   CONSUMER_KEY=… CONSUMER_SECRET=… TOKEN=… TOKEN_SECRET=… dotnet run --project samples/RetrieveUser -- DOMAIN USERNAME
// VALETKEY_GOOGLE=http://127.0.0.1:8080 in the environment asks the local Google.
using ValetKey.GData.Protocol;
using ValetKey.GData.Provisioning;
using ValetKey.OAuth;

if (args is not [var domain, var userName])
{
    Console.Error.WriteLine("Name the domain and the user, as in: RetrieveUser example.com liz");
    return 2;
}

try
{
    var consumer = new OAuth1Consumer(Setting("CONSUMER_KEY"), Setting("CONSUMER_SECRET"));
    var token = new OAuth1Token(Setting("TOKEN"), Setting("TOKEN_SECRET"));

    using var apps = new AppsClient(domain, consumer.With(token));
    UserEntry user = await apps.RetrieveUserAsync(userName);
    Console.WriteLine($"{user.Login.UserName}: {user.Name.GivenName} {user.Name.FamilyName}");
    return 0;
}
catch (Exception refused) when (refused is GDataException or HttpRequestException or InvalidOperationException)
{
    Console.Error.WriteLine(refused.Message);
    return 1;
}

static string Setting(string name) => Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"Set {name} in the environment.");
