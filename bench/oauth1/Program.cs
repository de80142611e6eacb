// Signs and verifies the request of bench/README.md and prints what each way manages, as JSON: oauth1-bench [SECONDS]
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OAuth1Bench;
using RestSharp;
using RestSharp.Authenticators;
using ValetKey.OAuth;

const string Address = "http://api.example.com/feeds/default/private/full?max-results=25&orderby=starttime&q=hello%20world&start-min=2026-11-24T00%3A00%3A00Z&alt=json&v=2";
var time = TimeSpan.FromSeconds(args.Length > 0 ? double.Parse(args[0], CultureInfo.InvariantCulture) : 0.3);

var consumer = new OAuth1Consumer("consumer.example.com", "kd94hf93k423kf44");
var token = new OAuth1Token("1/AbC-dEfGhIjKlMnOpQrStUvWxYz", "pfkkdhi9sl3r4s00");
var credentials = consumer.With(token);

// The bare keyed hash over the ready base string, and the request as a server sees it.
using var request = new HttpRequestMessage(HttpMethod.Get, Address);
var baseString = Encoding.ASCII.GetBytes(credentials.Explain(request).BaseString);
var key = Encoding.ASCII.GetBytes("kd94hf93k423kf44&pfkkdhi9sl3r4s00");
var mac = new byte[20];
var received = new ReceivedRequest("GET", "http", "api.example.com", new Uri(Address).PathAndQuery, credentials.HeaderFor("GET", Address));
var knownConsumer = new VerifiedConsumer(consumer.Key, consumer.Secret, [], SignatureMethod.All, Enabled: true);
var knownToken = new VerifiedToken(token.Token, token.TokenSecret, consumer.Key, OAuth1TokenState.Access);
var verifier = new RequestVerifier(new KnownCredentials(knownConsumer, knownToken), new ForgetfulNonces(), new(), TimeProvider.System);
var rest = new RestClient("http://api.example.com");
var authenticator = OAuth1Authenticator.ForProtectedResource(consumer.Key, "kd94hf93k423kf44", token.Token, "pfkkdhi9sl3r4s00");

Measure[] all =
[
    new("limit", () => HMACSHA1.HashData(key, baseString, mac)),
    new("sign", () => credentials.HeaderFor("GET", Address)),
    new("sign a request message", () =>
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, Address);
        credentials.AuthorizeAsync(message).GetAwaiter().GetResult();
    }),
    new("verify", () => Require(verifier.IsSigned(received, knownConsumer, knownToken))),
    new("verify with storage", () => Require(verifier.VerifyAsync(received, OAuth1Endpoint.Resource, CancellationToken.None).GetAwaiter().GetResult() is OAuth1Verification.Verified)),
    new("RestSharp", () =>
    {
        var message = new RestRequest("feeds/default/private/full");
        message.AddQueryParameter("max-results", "25").AddQueryParameter("orderby", "starttime").AddQueryParameter("q", "hello world")
            .AddQueryParameter("start-min", "2026-11-24T00:00:00Z").AddQueryParameter("alt", "json").AddQueryParameter("v", "2");
        authenticator.Authenticate(rest, message).AsTask().GetAwaiter().GetResult();
    }),
];

foreach (var measure in all)        // compiled, and the caches filled
{
    measure.Run(time / 2);
}

var rounds = all.ToDictionary(measure => measure.Name, _ => new List<double>(), StringComparer.Ordinal);
for (var round = 0; round < 7; round++)
{
    foreach (var measure in all)
    {
        measure.Run(time);
        rounds[measure.Name].Add(measure.OperationsPerSecond);
    }
}

Console.WriteLine(JsonSerializer.Serialize(new
{
    baseStringLength = baseString.Length,
    operations = rounds,
    bytes = all.ToDictionary(measure => measure.Name, measure => Math.Round(measure.BytesPerOperation), StringComparer.Ordinal),
}));

static void Require(bool holds)
{
    if (!holds)
    {
        throw new InvalidOperationException("What was measured does not hold.");
    }
}
