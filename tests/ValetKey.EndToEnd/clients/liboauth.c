/* The three-legged dance of OAuth 1.0a with liboauth as Debian ships it, all oauth_ parameters in the query: prints the address that a
   person must open, reads the address that the person was sent back to, then reads a user and prints what came. */
#include <stddef.h>
#include <oauth.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *setting(const char *name)
{
    const char *value = getenv(name);
    if (!value) {
        fprintf(stderr, "%s is not set.\n", name);
        exit(2);
    }
    return value;
}

static OAuthMethod method(void)
{
    return strcmp(setting("SIGNATURE_METHOD"), "PLAINTEXT") ? OA_HMAC : OA_PLAINTEXT;
}

/* The value of a parameter, decoded; the caller frees it. */
static char *value_of(const char *form, const char *name)
{
    char **parts = NULL, *found = NULL;
    int count = oauth_split_url_parameters(form, &parts);
    size_t length = strlen(name);
    for (int i = 0; i < count; i++)
        if (!strncmp(parts[i], name, length) && parts[i][length] == '=')
            found = oauth_url_unescape(parts[i] + length + 1, NULL);
    oauth_free_array(&count, &parts);
    if (!found) {
        fprintf(stderr, "There is no %s in: %s\n", name, form);
        exit(1);
    }
    return found;
}

static char *get(const char *url, const char *token, const char *secret)
{
    char *query = NULL;
    char *base = oauth_sign_url2(url, &query, method(), "GET", setting("CONSUMER_KEY"), setting("CONSUMER_SECRET"), token, secret);
    char *answer = oauth_http_get(base, query);
    if (!answer) {
        fprintf(stderr, "No answer from %s\n", base);
        exit(1);
    }
    free(base);
    free(query);
    return answer;
}

int main(void)
{
    char url[4096], line[4096];
    char *scope = oauth_url_escape(setting("SCOPE")), *callback = oauth_url_escape(setting("CALLBACK"));
    snprintf(url, sizeof url, "%s/accounts/OAuthGetRequestToken?scope=%s&oauth_callback=%s", setting("ORIGIN"), scope, callback);
    char *temporary = get(url, NULL, NULL);
    char *token = value_of(temporary, "oauth_token"), *secret = value_of(temporary, "oauth_token_secret");
    char *escaped = oauth_url_escape(token);
    printf("%s/accounts/OAuthAuthorizeToken?oauth_token=%s\n", setting("ORIGIN"), escaped);
    fflush(stdout);

    if (!fgets(line, sizeof line, stdin))
        return 1;
    line[strcspn(line, "\r\n")] = 0;
    char *verifier = value_of(line, "oauth_verifier"), *sent = oauth_url_escape(verifier);
    snprintf(url, sizeof url, "%s/accounts/OAuthGetAccessToken?oauth_verifier=%s", setting("ORIGIN"), sent);
    char *granted = get(url, token, secret);
    free(token);
    free(secret);
    token = value_of(granted, "oauth_token");
    secret = value_of(granted, "oauth_token_secret");

    snprintf(url, sizeof url, "%s/a/feeds/example.com/user/2.0/liz?v=2.0", setting("ORIGIN"));
    puts(get(url, token, secret));
    return 0;
}
