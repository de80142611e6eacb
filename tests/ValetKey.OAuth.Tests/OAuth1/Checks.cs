using System.Security.Cryptography;

namespace ValetKey.OAuth.Tests.OAuth1;

/// <summary>A server that knows one consumer and the tokens of a test.</summary>
internal sealed class Checks
{
    private readonly MemoryVerifierStore _store = new();
    private readonly RequestVerifier _verifier;

    public Checks(OAuth1Consumer consumer, IEnumerable<OAuth1Token>? tokens = null, TimeProvider? time = null, IReadOnlyList<SignatureMethod>? methods = null)
    {
        time ??= TimeProvider.System;
        RSA[] keys = consumer.PrivateKey is { } key ? [key] : [];
        Consumer = new(consumer.Key, consumer.Secret, keys, methods ?? SignatureMethod.All, Enabled: true) { MayActAlone = true };
        _store.Consumers.Add(consumer.Key, Consumer);
        foreach (var token in tokens ?? [])
        {
            _store.Tokens.Add(token.Token, new(token.Token, token.TokenSecret, consumer.Key, OAuth1TokenState.Access));
        }

        var nonces = new MemoryNonceStore(time, TimeSpan.FromMinutes(5)) { RefuseBefore = DateTimeOffset.UnixEpoch };
        _verifier = new(_store, nonces, new() { SignatureMethods = methods ?? SignatureMethod.All }, time);
    }

    public VerifiedConsumer Consumer { get; }

    /// <summary>The word of the problem; <c>null</c> where the request is what was signed.</summary>
    public async Task<string?> ProblemOf(ReceivedRequest request) =>
        (await RefusalOf(request))?.Code;

    public async Task<OAuthProblem?> RefusalOf(ReceivedRequest request) =>
        await _verifier.VerifyAsync(request, OAuth1Endpoint.Resource, TestContext.Current.CancellationToken) is OAuth1Verification.Refused refused ? refused.Problem : null;

    public bool IsSigned(ReceivedRequest request, OAuth1Token? token) =>
        _verifier.IsSigned(request, Consumer, token is null ? null : new(token.Token, token.TokenSecret, Consumer.Key, OAuth1TokenState.Access));

    /// <summary>The request as a server sees it.</summary>
    public static async Task<ReceivedRequest> Received(HttpRequestMessage request)
    {
        var target = request.RequestUri!.AbsoluteUri[(request.RequestUri.Scheme.Length + 3)..].Split('#')[0];
        var slash = target.IndexOfAny(['/', '?']);
        var body = request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var isForm = request.Content?.Headers.ContentType?.MediaType == "application/x-www-form-urlencoded";
        return new(request.Method.Method, request.RequestUri.Scheme, request.Headers.Host ?? request.RequestUri.Authority, slash < 0 ? "/" : target[slash..],
            request.Headers.Authorization?.ToString(), request.Content?.Headers.ContentType?.ToString(), isForm ? System.Text.Encoding.UTF8.GetString(body!) : null, body);
    }
}
