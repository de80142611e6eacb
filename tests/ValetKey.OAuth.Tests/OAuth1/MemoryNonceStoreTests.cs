using Microsoft.Extensions.Time.Testing;

namespace ValetKey.OAuth.Tests.OAuth1;

public sealed class MemoryNonceStoreTests
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);
    private readonly FakeTimeProvider _time = new(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000));

    private DateTimeOffset Now => _time.GetUtcNow();

    [Fact]
    public async Task Takes_a_nonce_once_for_its_timestamp_consumer_and_token()
    {
        var store = new MemoryNonceStore(_time, Window) { RefuseBefore = Now };
        Assert.Equal(NonceResult.Fresh, await Use(store, "n", Now));
        Assert.Equal(NonceResult.Used, await Use(store, "n", Now));
        Assert.Equal(NonceResult.Fresh, await Use(store, "n", Now.AddSeconds(1)));
        Assert.Equal(NonceResult.Fresh, await Use(store, "n", Now, consumer: "other"));
        Assert.Equal(NonceResult.Fresh, await Use(store, "n", Now, token: "t"));
        Assert.Equal(NonceResult.Fresh, await Use(store, "n", Now, token: ""));
        Assert.Equal(NonceResult.Fresh, await Use(store, "nt", Now, token: ""));
        Assert.Equal(NonceResult.Used, await Use(store, "n", Now, token: "t"));
    }

    [Fact]
    public async Task Refuses_what_an_earlier_process_may_have_taken()
    {
        var store = new MemoryNonceStore(_time, Window);
        Assert.Equal(NonceResult.TooOld, await Use(store, "n", Now));
        Assert.Equal(NonceResult.Fresh, await Use(store, "n", Now.AddSeconds(1)));
    }

    [Fact]
    public async Task Knows_after_a_restart_what_was_written_down()
    {
        List<UsedNonce> written = [];
        var before = new MemoryNonceStore(_time, Window) { RefuseBefore = Now, Taken = written.Add };
        await Use(before, "n", Now.AddSeconds(60), token: null);        // of a sender whose clock is fast
        await Use(before, "n", Now.AddSeconds(60), token: null);
        Assert.Equal(before.Snapshot(), written);

        var after = new MemoryNonceStore(_time, Window);
        after.Restore(written);
        Assert.Equal(NonceResult.Used, await Use(after, "n", Now.AddSeconds(60)));
        Assert.Equal(1, after.Count);
    }

    [Fact]
    public async Task Keeps_a_nonce_until_its_own_timestamp_has_left_the_window()
    {
        var store = new MemoryNonceStore(_time, Window) { RefuseBefore = Now };
        var ahead = Now + Window;
        await Use(store, "n", ahead);
        _time.Advance(2 * Window);
        Assert.Equal(NonceResult.Used, await Use(store, "n", ahead));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(NonceResult.TooOld, await Use(store, "n", ahead));
    }

    [Fact]
    public async Task Does_not_take_a_forgotten_nonce_again_when_the_clock_goes_back()
    {
        var store = new MemoryNonceStore(_time, Window) { RefuseBefore = Now };
        var first = Now;
        await Use(store, "n", first);
        _time.Advance(TimeSpan.FromDays(1));
        await Use(store, "later", Now);
        _time.AdjustTime(first);
        Assert.Equal(NonceResult.TooOld, await Use(store, "n", first));
    }

    [Fact]
    public async Task Is_full_rather_than_forgetful_and_has_room_again_with_time()
    {
        var store = new MemoryNonceStore(_time, Window) { RefuseBefore = Now, Capacity = 3, CapacityPerConsumer = 2 };
        var start = Now;
        await Use(store, "1", start);
        await Use(store, "2", start);
        Assert.Equal(NonceResult.Full, await Use(store, "3", start));
        Assert.Equal(NonceResult.Used, await Use(store, "1", start));
        Assert.Equal(NonceResult.Fresh, await Use(store, "1", start, consumer: "b"));
        Assert.Equal(NonceResult.Full, await Use(store, "1", start, consumer: "c"));
        _time.Advance(Window + TimeSpan.FromSeconds(1));
        Assert.Equal(NonceResult.Fresh, await Use(store, "3", Now));
        Assert.Equal(NonceResult.Fresh, await Use(store, "4", Now));
    }

    private static async Task<NonceResult> Use(MemoryNonceStore store, string nonce, DateTimeOffset timestamp, string consumer = "a", string? token = null) =>
        await store.UseAsync(consumer, token, timestamp, nonce, TestContext.Current.CancellationToken);
}
