using Microsoft.Playwright;
using ValetKey.EndToEnd.Browsing;
using ValetKey.EndToEnd.Processes;
using static Microsoft.Playwright.Assertions;

namespace ValetKey.EndToEnd;

/// <summary>The Playground as the articles describe it, pressed through in a real Chromium.</summary>
public sealed class PlaygroundInTheBrowser(DemoServer demo, Browser browser)
{
    [Theory, MemberData(nameof(Look.Names), MemberType = typeof(Look))]
    public async Task OAuth1_leads_to_an_access_token_and_a_user(string look)
    {
        await using var window = await browser.OpenAsync(Look.Called(look));
        await OpenOAuth1Async(window);
        await IsInOrderAsync(window, "playground-oauth1-empty");

        await PressAsync(window, "Use the demo consumer");
        await PressAsync(window, "Request token");
        await IsFilledAsync(window, "auth_token");
        await Expect(window.Page.Locator(".part.signature").First).ToContainTextAsync("POST&http%3A%2F%2F127.0.0.1");
        await IsInOrderAsync(window, "playground-oauth1-request-token");

        await PressAsync(window, "Authorize");
        await AnswerAsync(window, Demo.AdminEmail, Demo.AdminPassword, "allow");
        await PressAsync(window, "Access token");
        await Expect(window.Page.Locator("#token .state")).ToContainTextAsync("Access token");
        await IsFilledAsync(window, "auth_token");
        await IsFilledAsync(window, "access_token_secret");

        await ChooseAsync(window, "GET Retrieve a user");
        await PressAsync(window, "Execute");
        await Expect(Answer(window)).ToContainTextAsync("Bennet");
        await IsInOrderAsync(window, "playground-oauth1-user");
        window.HasReachedOnly(demo.Origin);
    }

    [Fact]
    public async Task OAuth1_says_that_access_was_denied_and_how_to_go_on()
    {
        await using var window = await browser.OpenAsync(Look.Light);
        await OpenOAuth1Async(window);
        await PressAsync(window, "Use the demo consumer");
        await PressAsync(window, "Request token");
        await PressAsync(window, "Authorize");
        await AnswerAsync(window, Demo.AdminEmail, Demo.AdminPassword, "deny");
        await Expect(window.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("denied");
        await Expect(Button(window, "Access token")).ToBeDisabledAsync();
        await IsInOrderAsync(window, "playground-oauth1-denied");
    }

    [Theory, MemberData(nameof(Look.Names), MemberType = typeof(Look))]
    public async Task OAuth2_leads_to_tokens_that_refresh_and_to_the_calendar_list(string look)
    {
        await using var window = await browser.OpenAsync(Look.Called(look));
        await OpenOAuth2Async(window);
        await IsInOrderAsync(window, "playground-oauth2-empty");

        await PressAsync(window, "Use the demo client");
        await window.Page.SelectOptionAsync("[name=approval_prompt]", "force");
        await PressAsync(window, "Authorize APIs");
        await AnswerAsync(window, Demo.LizEmail, Demo.LizPassword, "allow");
        await IsFilledAsync(window, "code");

        await PressAsync(window, "Exchange code for tokens");
        await IsFilledAsync(window, "refresh_token");
        var first = await window.Page.InputValueAsync("#access_token");
        await PressAsync(window, "Refresh access token");
        await Expect(window.Page.Locator("#access_token")).Not.ToHaveValueAsync(first);
        await IsFilledAsync(window, "access_token");

        await IsInOrderAsync(window, "playground-oauth2-tokens");
        await ChooseAsync(window, "GET List calendars");
        await PressAsync(window, "Execute");
        await Expect(Answer(window)).ToContainTextAsync("Reading club");
        await IsInOrderAsync(window, "playground-oauth2-calendars");
        window.HasReachedOnly(demo.Origin);
    }

    [Fact]
    public async Task OAuth2_says_that_access_was_declined()
    {
        await using var window = await browser.OpenAsync(Look.Light);
        await OpenOAuth2Async(window);
        await PressAsync(window, "Use the demo client");
        await PressAsync(window, "Authorize APIs");
        await AnswerAsync(window, Demo.JoeEmail, Demo.JoePassword, "deny");
        await Expect(window.Page.Locator("#token .state")).ToContainTextAsync("declined");
        await Expect(Button(window, "Exchange code for tokens")).ToBeDisabledAsync();
        await IsInOrderAsync(window, "playground-oauth2-declined");
    }

    [Fact]
    public async Task The_steps_do_without_scripts()
    {
        await using var window = await browser.OpenAsync(Look.Light, scripts: false);
        await OpenOAuth1Async(window);
        await PressAsync(window, "Use the demo consumer");
        await PressAsync(window, "Request token");
        await PressAsync(window, "Authorize");
        await AnswerAsync(window, Demo.AdminEmail, Demo.AdminPassword, "allow");
        await PressAsync(window, "Access token");
        await Expect(window.Page.Locator("#token .state")).ToContainTextAsync("Access token");
    }

    private async Task OpenOAuth1Async(Window window)
    {
        await window.GoAsync(new Uri(demo.Origin, "/playground/").AbsoluteUri);
        await window.Page.CheckAsync($"input[name=scope][value='{Demo.UserScope}']");
    }

    private async Task OpenOAuth2Async(Window window)
    {
        await window.GoAsync(new Uri(demo.Origin, "/playground/").AbsoluteUri);
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "OAuth 2.0" }).ClickAsync();
        await window.Page.CheckAsync($"input[name=scope][value='{Demo.CalendarScope}']");
    }

    private static async Task AnswerAsync(Window window, string email, string password, string decision)
    {
        await window.Page.FillAsync("[name=Email]", email);
        await window.Page.FillAsync("[name=Passwd]", password);
        await window.Page.ClickAsync("[name=signIn]");
        await window.Page.ClickAsync($"button[name=decision][value={decision}]");
        await window.Page.WaitForSelectorAsync("#steps");
    }

    private static async Task PressAsync(Window window, string name) => await Button(window, name).ClickAsync();

    private static async Task ChooseAsync(Window window, string operation)
    {
        await window.Page.GetByText("Known operations").ClickAsync();
        await PressAsync(window, operation);
    }

    private static ILocator Button(Window window, string name) => window.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>The newest exchange, which is the one that stands open.</summary>
    private static ILocator Answer(Window window) => window.Page.Locator("#exchange details.ex[open] .part.answer").First;

    private static async Task IsFilledAsync(Window window, string field) => await Expect(window.Page.Locator($"#{field}")).Not.ToBeEmptyAsync();

    private static async Task IsInOrderAsync(Window window, string picture)
    {
        await window.KeepPictureAsync(picture);
        await window.IsInOrderAsync();
    }
}
