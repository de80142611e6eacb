using System.Net;
using System.Text;

namespace ValetKey.GData.Tests;

/// <summary>Answers requests as it is told, and keeps what came.</summary>
internal sealed class StubGoogle : HttpMessageHandler
{
    private readonly Queue<Func<Sent, HttpResponseMessage>> _answers = new();

    public StubGoogle() => Http = new(this);

    public HttpClient Http { get; }

    public List<Sent> Sent { get; } = [];

    public IReadOnlyList<string> Addresses => [.. Sent.Select(s => s.Address)];

    public IReadOnlyList<string> Methods => [.. Sent.Select(s => s.Method)];

    public IReadOnlyList<string?> Authorizations => [.. Sent.Select(s => s.Authorization)];

    public IReadOnlyList<string?> Headers(string name) => [.. Sent.Select(s => s.Header(name))];

    public StubGoogle Answers(string body, HttpStatusCode status = HttpStatusCode.OK) => Answers(_ => Text(body, status));

    public StubGoogle Answers(HttpStatusCode status) => Answers(_ => new HttpResponseMessage(status));

    public StubGoogle Redirects(string location, HttpStatusCode status = HttpStatusCode.Found) =>
        Answers(_ => new HttpResponseMessage(status) { Headers = { Location = new Uri(location, UriKind.RelativeOrAbsolute) } });

    public StubGoogle Answers(Func<Sent, HttpResponseMessage> answer)
    {
        _answers.Enqueue(answer);
        return this;
    }

    public static HttpResponseMessage Text(string body, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/atom+xml") };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        var sent = new Sent(request, body);
        Sent.Add(sent);
        Assert.True(_answers.Count > 0, $"No answer is left for {request.Method} {request.RequestUri}");
        var answer = _answers.Dequeue()(sent);
        answer.RequestMessage ??= request;
        return answer;
    }
}
