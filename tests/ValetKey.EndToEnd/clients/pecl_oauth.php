<?php
// The three-legged dance of OAuth 1.0a with PECL's oauth as Debian ships it: prints the address that a person must open, reads the address
// that the person was sent back to, then reads a user and prints what came.
$origin = getenv('ORIGIN');
$client = new OAuth(getenv('CONSUMER_KEY'), getenv('CONSUMER_SECRET'), getenv('SIGNATURE_METHOD'), OAUTH_AUTH_TYPE_AUTHORIZATION);
$temporary = $client->getRequestToken("$origin/accounts/OAuthGetRequestToken?" . http_build_query(['scope' => getenv('SCOPE')]), getenv('CALLBACK'), OAUTH_HTTP_METHOD_GET);
echo "$origin/accounts/OAuthAuthorizeToken?", http_build_query(['oauth_token' => $temporary['oauth_token']]), "\n";

parse_str(parse_url(trim(fgets(STDIN)), PHP_URL_QUERY), $answer);
$client->setToken($temporary['oauth_token'], $temporary['oauth_token_secret']);
$granted = $client->getAccessToken("$origin/accounts/OAuthGetAccessToken", null, $answer['oauth_verifier'], OAUTH_HTTP_METHOD_GET);
$client->setToken($granted['oauth_token'], $granted['oauth_token_secret']);
$client->fetch("$origin/a/feeds/example.com/user/2.0/liz", [], OAUTH_HTTP_METHOD_GET, ['GData-Version' => '2.0']);
$info = $client->getLastResponseInfo();
echo $info['http_code'], ' ', $info['content_type'], "\n", $client->getLastResponse(), "\n";
