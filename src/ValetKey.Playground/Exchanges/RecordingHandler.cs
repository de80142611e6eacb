using System.Globalization;
using Microsoft.AspNetCore.Http;
using ValetKey.OAuth;
using ValetKey.Playground.Outgoing;

namespace ValetKey.Playground.Exchanges;

/// <summary>
/// Sends requests, after judging each once more, and writes down what was sent and what came back. It sits right above the wire, so that it sees
/// what really goes out; libraries above it read the answer from memory.
/// </summary>
internal sealed class RecordingHandler(HttpMessageInvoker wire, Origin own, ExchangeLog log, RequestBudget budget, SecretMask mask, TimeProvider time) : HttpMessageHandler
{
    /// <summary>Takes the signature of a request apart; null where requests are not signed by OAuth 1.0.</summary>
    public OAuth1Credentials? Signer { get; init; }

    /// <summary>The part that a reader sees first when all went well.</summary>
    public ExchangePart FirstPart { get; init; } = ExchangePart.Answer;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken stop)
    {
        Judge(request);
        var record = new Exchange
        {
            Number = 0,
            Verb = request.Method.Method,
            Target = mask.Hide(request.RequestUri!.PathAndQuery),
            Outcome = "no answer",
            Mood = ExchangeMood.Bad,
            Request = mask.Hide(await MessageText.OfAsync(request, stop)),
            Signature = Signer is null ? null : SignatureSteps.Of(Signer.Explain(request), mask),
        };
        var started = time.GetTimestamp();
        using var timeIsUp = new CancellationTokenSource(BoundedBody.MaxTime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeIsUp.Token, stop);
        try
        {
            var response = await wire.SendAsync(request, either.Token);
            var body = await BoundedBody.ReadAsync(await response.Content.ReadAsStreamAsync(either.Token), timeIsUp.Token, stop);
            Add(record with
            {
                Outcome = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture),
                Mood = response.IsSuccessStatusCode ? ExchangeMood.Good : (int)response.StatusCode < 400 ? ExchangeMood.Waiting : ExchangeMood.Bad,
                Answer = BodyText.Of(response, body, mask),
                FirstPart = response.IsSuccessStatusCode ? FirstPart : ExchangePart.Answer,
            });
            KeepInMemory(response, body);
            return response;
        }
        catch (OperationCanceledException late) when (timeIsUp.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            Add(record with { Remark = "No answer within 15 s." });
            throw new TimeoutException("No answer came within 15 s.", late);
        }
        catch (HttpRequestException error)
        {
            var refused = error.InnerException as OutgoingRefusedException;
            Add(record with { Remark = refused?.Message ?? error.Message });
            throw refused ?? (Exception)error;
        }

        void Add(Exchange exchange) => log.Add(exchange with { Milliseconds = time.GetElapsedTime(started).TotalMilliseconds });
    }

    private void Judge(HttpRequestMessage request)
    {
        if (request.RequestUri is null || !OutgoingUrl.IsOwn(request.RequestUri, own))
        {
            throw new OutgoingRefusedException("own origin", $"Only this server is called: {own}.");
        }

        if (budget.Take(time.GetUtcNow()) is { } wait)
        {
            throw new OutgoingRefusedException("requests a minute", string.Create(CultureInfo.InvariantCulture,
                $"{RequestBudget.PerMinute} requests were sent within a minute. Wait {Math.Ceiling(wait.TotalSeconds):0} s.")) { Status = StatusCodes.Status429TooManyRequests };
        }
    }

    private static void KeepInMemory(HttpResponseMessage response, BoundedBody body)
    {
        var read = new ByteArrayContent(body.Bytes);
        foreach (var header in response.Content.Headers.Where(h => h.Key != "Content-Length"))
        {
            read.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        response.Content.Dispose();
        response.Content = read;
    }
}
