// Logs in at a provider of OAuth 1.0 through the browser, then reads an address of its API.
//   CONSUMER_KEY=… CONSUMER_SECRET=… dotnet run --project samples/AnyProvider -- PROVIDER ADDRESS [HOST]
// PROVIDER is an id of docs/providers.md, such as tumblr; HOST is needed where each customer has one.
using ValetKey.OAuth;

if (args is not [var id, var address, .. var rest] || OAuth1Providers.Find(id) is not { } provider)
{
    Console.Error.WriteLine($"Name a provider and an address, as in: AnyProvider tumblr https://api.tumblr.com/v2/user/info. There are: {string.Join(", ", OAuth1Providers.All.Select(p => p.Id))}.");
    return 2;
}

var (key, secret) = (Setting("CONSUMER_KEY"), Setting("CONSUMER_SECRET"));
try
{
    var consumer = provider.Fit(new OAuth1Consumer(key, secret));
    var flow = new OAuth1Flow(consumer, provider, host: rest.FirstOrDefault()) { UserAgent = "any-provider/1.0" };
    switch (await flow.LoginInBrowserAsync(scopes: provider.Permissions.Take(1).ToList()))
    {
        case OAuth1Result.Granted(var token):
            using (var http = new HttpClient(new OAuth1Handler(consumer.With(token), new SocketsHttpHandler())))
            {
                http.DefaultRequestHeaders.UserAgent.ParseAdd(flow.UserAgent);
                Console.WriteLine(await http.GetStringAsync(new Uri(address)));
                return 0;
            }

        case OAuth1Result.Declined:
            Console.Error.WriteLine("You declined.");
            return 1;
        case OAuth1Result.Failed(var problem):
            Console.Error.WriteLine($"{problem.Code}: {problem.Meaning} {problem.Mend}");
            return 1;
        default:
            return 1;
    }
}
catch (Exception refused) when (refused is HttpRequestException or InvalidOperationException or ArgumentException)
{
    Console.Error.WriteLine(refused.Message);
    return 1;
}

static string Setting(string name) => Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"Set {name} in the environment.");
