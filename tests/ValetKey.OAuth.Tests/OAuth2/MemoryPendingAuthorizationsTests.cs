using Microsoft.Extensions.Time.Testing;

namespace ValetKey.OAuth.Tests.OAuth2;

public sealed class MemoryPendingAuthorizationsTests
{
    private static readonly FakeTimeProvider Time = new();

    [Fact]
    public void Give_a_request_back_once()
    {
        var pending = new MemoryPendingAuthorizations(Time).For("b");
        pending.Save(Request("s"));
        Assert.Equal(Request("s"), pending.Take("s"));
        Assert.Null(pending.Take("s"));
    }

    [Fact]
    public void Forget_a_request_after_ten_minutes()
    {
        var pending = new MemoryPendingAuthorizations(Time).For("b");
        pending.Save(Request("s"));
        Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Null(pending.Take("s"));
    }

    [Fact]
    public void Keep_no_more_than_their_capacity()
    {
        var all = new MemoryPendingAuthorizations(Time) { Capacity = 2 };
        foreach (var state in (string[])["1", "2", "3"])
        {
            all.For("b").Save(Request(state));
        }

        Assert.Null(all.For("b").Take("1"));
        Assert.NotNull(all.For("b").Take("3"));
    }

    private static AuthorizationRequest Request(string state) => new("http://127.0.0.1/auth", state, null);
}
