using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using ValetKey.OAuth;

namespace ValetKey.AspNetCore.Tests;

/// <summary>What a signed request is verified against, and what the application finds afterwards.</summary>
public sealed class SignedRequestTests
{
    [Fact]
    public async Task Tells_the_application_who_signed()
    {
        await using var shop = await Shop.StartAsync();
        Assert.Equal("shop oauth_consumer_key=shop", (await shop.SendAsync(HttpMethod.Get, "/who?a=b%20c")).Body);
    }

    [Theory]
    [InlineData(ParameterTransmission.Header)]
    [InlineData(ParameterTransmission.Body)]
    public async Task Leaves_its_form_to_be_read_by_the_application(ParameterTransmission transmission)
    {
        await using var shop = await Shop.StartAsync();
        var order = await shop.SendAsync(HttpMethod.Post, "/order", Form(("item", "salt & vinegar")), (shop.Consumer with { Transmission = transmission }).WithoutToken());
        Assert.Equal((200, "salt & vinegar"), (order.Status, order.Body));
    }

    [Fact]
    public async Task Is_taken_once()
    {
        await using var shop = await Shop.StartAsync();
        var credentials = (shop.Consumer with { Nonce = "once", Timestamp = Now(shop) }).WithoutToken();
        Assert.Equal(200, (await shop.SendAsync(HttpMethod.Get, "/who", credentials: credentials)).Status);
        var again = await shop.SendAsync(HttpMethod.Get, "/who", credentials: credentials);
        Assert.Equal((401, "nonce_used"), (again.Status, again.Problem));
    }

    [Fact]
    public async Task Is_refused_where_it_was_signed_before_the_start()
    {
        await using var shop = await Shop.StartAsync();
        var credentials = (shop.Consumer with { Timestamp = System.Xml.XmlConvert.ToString(shop.Clock.GetUtcNow().ToUnixTimeSeconds() - 3) }).WithoutToken();
        Assert.Equal("timestamp_refused", (await shop.SendAsync(HttpMethod.Get, "/who", credentials: credentials)).Problem);
    }

    [Fact]
    public async Task Is_verified_against_the_target_as_it_was_sent()
    {
        await using var shop = await Shop.StartAsync();
        Assert.Equal("/files/a%2Fb", (await shop.SendAsync(HttpMethod.Get, "/files/a%2Fb")).Body);
        var header = await HeaderAsync(shop, "http://shop.example/files/a%2Fb");
        Assert.Equal(401, (await shop.SendRawAsync("GET /files/a/b HTTP/1.1", "Host: shop.example", header)).Status);
        Assert.Equal(200, (await shop.SendRawAsync("GET /files/a%2Fb HTTP/1.1", "Host: shop.example", header)).Status);
    }

    [Fact]
    public async Task Is_verified_against_the_authority_of_an_absolute_target()
    {
        await using var shop = await Shop.StartAsync();
        Assert.Equal(200, (await shop.SendRawAsync("GET http://shop.example/who HTTP/1.1", "Host: shop.example", await HeaderAsync(shop, "http://shop.example/who"))).Status);
        Assert.Equal(401, (await shop.SendRawAsync("GET http://shop.example/who HTTP/1.1", "Host: shop.example", await HeaderAsync(shop, "http://other.example/who"))).Status);
    }

    [Fact]
    public async Task Is_verified_against_what_a_proxy_says_where_the_application_believes_it()
    {
        await using var behind = await Shop.StartAsync(use: app =>
        {
            var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost };
            forwarded.KnownProxies.Add(IPAddress.Loopback);
            app.UseForwardedHeaders(forwarded);
        });
        await using var alone = await Shop.StartAsync();
        Assert.Equal(200, (await ThroughProxyAsync(behind)).Status);
        Assert.Equal("signature_invalid", (await ThroughProxyAsync(alone)).Problem);
    }

    [Fact]
    public async Task Is_verified_with_the_method_that_was_sent()
    {
        await using var shop = await Shop.StartAsync(use: app => app.Use((http, next) =>
        {
            http.Features.Set(new SentMethod(http.Request.Method));
            http.Request.Method = "PUT";
            return next(http);
        }));
        Assert.Equal(200, (await shop.SendAsync(HttpMethod.Post, "/who", new StringContent(""))).Status);
    }

    [Theory]
    [InlineData("<report/>", "<report/>", 200)]
    [InlineData("<report/>", "<Report/>", 401)]
    public async Task Has_the_body_whose_hash_was_signed(string hashed, string sent, int status)
    {
        await using var shop = await Shop.StartAsync();
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(hashed)));
        var header = await HeaderAsync(shop, $"http://shop.example/report?oauth_body_hash={Uri.EscapeDataString(hash)}", HttpMethod.Post, SignatureMethod.HmacSha256);
        var answer = await shop.SendRawAsync($"POST /report?oauth_body_hash={Uri.EscapeDataString(hash)} HTTP/1.1", "Host: shop.example", header, "Content-Type: application/xml",
            $"Content-Length: {sent.Length}", "Connection: close", "", sent);
        Assert.Equal(status, answer.Status);
        Assert.Contains(status == 200 ? sent : "oauth_problem=signature_invalid", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http", "shop.example", 400)]
    [InlineData("http", "127.0.0.1", 200)]
    [InlineData("https", "shop.example", 200)]
    public async Task May_be_plaintext_where_nobody_listens_and_the_consumer_is_allowed_it(string scheme, string host, int status)
    {
        await using var shop = await Shop.StartAsync(
            oauth => oauth.Consumers[Shop.Key].SignatureMethods.Add("PLAINTEXT"),
            use: app => app.Use((http, next) =>
            {
                http.Request.Scheme = scheme;
                return next(http);
            }));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{scheme}://{host}/who");
        var answer = await shop.SendAsync(request, (shop.Consumer with { SignatureMethod = SignatureMethod.Plaintext }).WithoutToken());
        Assert.Equal(status, answer.Status);
        Assert.Equal(status == 400 ? "signature_method_rejected" : null, answer.Problem);
    }

    [Fact]
    public async Task May_not_be_plaintext_unless_the_consumer_is_allowed_it()
    {
        await using var shop = await Shop.StartAsync();
        Assert.Equal("signature_method_rejected", (await shop.SendAsync(HttpMethod.Get, "/who", credentials: (shop.Consumer with { SignatureMethod = SignatureMethod.Plaintext }).WithoutToken())).Problem);
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    private static string Now(Shop shop) => System.Xml.XmlConvert.ToString(shop.Clock.GetUtcNow().ToUnixTimeSeconds());

    private static async Task<string> HeaderAsync(Shop shop, string url, HttpMethod? method = null, SignatureMethod? signatureMethod = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, url);
        await (shop.Consumer with { SignatureMethod = signatureMethod ?? SignatureMethod.HmacSha1 }).WithoutToken().AuthorizeAsync(request, TestContext.Current.CancellationToken);
        return $"Authorization: {request.Headers.Authorization}";
    }

    private static async Task<Reply> ThroughProxyAsync(Shop shop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://shop.example/who");
        await shop.Consumer.WithoutToken().AuthorizeAsync(request, TestContext.Current.CancellationToken);
        request.Headers.Host = "inside:8080";
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", "shop.example");
        return await shop.SendAsync(request, credentials: null);
    }
}
