# The three-legged dance of OAuth 1.0a with Net::OAuth and LWP as Debian ships them: prints the address that a person must open, reads the
# address that the person was sent back to, then reads a user and prints what came.
use strict;
use warnings;
use HTTP::Request;
use LWP::UserAgent;
use Net::OAuth;
use URI;

$Net::OAuth::PROTOCOL_VERSION = Net::OAuth::PROTOCOL_VERSION_1_0A;
$| = 1;
my $origin = $ENV{ORIGIN};
my $agent = LWP::UserAgent->new;
my $nonce = 0;

sub signed {
    my ($kind, $method, $url, %further) = @_;
    my $request = Net::OAuth->request($kind)->new(
        consumer_key     => $ENV{CONSUMER_KEY},
        consumer_secret  => $ENV{CONSUMER_SECRET},
        request_url      => $url,
        request_method   => $method,
        signature_method => $ENV{SIGNATURE_METHOD},
        timestamp        => time,
        nonce            => join('-', $$, time, ++$nonce),
        %further,
    );
    $request->sign;
    return $request;
}

sub token {
    my ($kind, $url, %further) = @_;
    my $request = signed($kind, 'POST', $url, %further);
    my $answer = $agent->post($url, Content => $request->to_post_body);
    die $answer->status_line, "\n", $answer->decoded_content unless $answer->is_success;
    return $answer->content;
}

my $temporary = Net::OAuth->response('request token')->from_post_body(token(
    'request token', "$origin/accounts/OAuthGetRequestToken", callback => $ENV{CALLBACK}, extra_params => { scope => $ENV{SCOPE} }));
my $page = URI->new("$origin/accounts/OAuthAuthorizeToken");
$page->query_form(oauth_token => $temporary->token);
print "$page\n";

chomp(my $came = <STDIN>);
my %answer = URI->new($came)->query_form;
my $granted = Net::OAuth->response('access token')->from_post_body(token(
    'access token', "$origin/accounts/OAuthGetAccessToken",
    token => $temporary->token, token_secret => $temporary->token_secret, verifier => $answer{oauth_verifier}));

my $url = "$origin/a/feeds/example.com/user/2.0/liz";
my $resource = signed('protected resource', 'GET', $url, token => $granted->token, token_secret => $granted->token_secret);
my $user = $agent->request(HTTP::Request->new('GET', $url, ['Authorization' => $resource->to_authorization_header, 'GData-Version' => '2.0']));
print $user->code, ' ', $user->header('Content-Type'), "\n";
print $user->decoded_content, "\n";
