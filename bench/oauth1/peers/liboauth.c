/* liboauth beside libcrypto's HMAC over a base string of the same length: liboauth SECONDS */
#include <oauth.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char *const url = "http://api.example.com/feeds/default/private/full?max-results=25&orderby=starttime&q=hello%20world"
                               "&start-min=2026-11-24T00%3A00%3A00Z&alt=json&v=2";
static const char *const key = "kd94hf93k423kf44&pfkkdhi9sl3r4s00";
static unsigned char base[425];

static double now(void) { struct timespec t; clock_gettime(CLOCK_MONOTONIC, &t); return t.tv_sec + t.tv_nsec / 1e9; }

static void sign(void) {
    char *arguments = NULL;
    free(oauth_sign_url2(url, &arguments, OA_HMAC, "GET", "consumer.example.com", "kd94hf93k423kf44", "1/AbC-dEfGhIjKlMnOpQrStUvWxYz", "pfkkdhi9sl3r4s00"));
    free(arguments);
}

static void bare(void) {
    unsigned char mac[EVP_MAX_MD_SIZE];
    unsigned int length;
    HMAC(EVP_sha1(), key, (int)strlen(key), base, sizeof base, mac, &length);
}

static double per_second(void (*action)(void), double seconds) {
    double began = now();
    long count = 0;
    while (now() - began < seconds) for (int i = 0; i < 64; i++, count++) action();
    return count / (now() - began);
}

int main(int count, char **arguments) {
    double seconds = count > 1 ? atof(arguments[1]) : 0.3;
    memset(base, 'x', sizeof base);
    per_second(sign, seconds / 2);
    printf("{\"sign\": %f, ", per_second(sign, seconds));
    printf("\"limit\": %f}\n", per_second(bare, seconds));
}
