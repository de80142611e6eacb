# The three-legged dance of OAuth 1.0a with the oauth gem as Debian ships it: prints the address that a person must open, reads the address
# that the person was sent back to, then reads a user and prints what came.
require 'oauth'
require 'oauth/signature/plaintext'
require 'uri'

consumer = OAuth::Consumer.new(
  ENV.fetch('CONSUMER_KEY'), ENV.fetch('CONSUMER_SECRET'),
  site: ENV.fetch('ORIGIN'),
  request_token_path: '/accounts/OAuthGetRequestToken',
  authorize_path: '/accounts/OAuthAuthorizeToken',
  access_token_path: '/accounts/OAuthGetAccessToken',
  signature_method: ENV.fetch('SIGNATURE_METHOD'),
)
request_token = consumer.get_request_token({ oauth_callback: ENV.fetch('CALLBACK') }, scope: ENV.fetch('SCOPE'))
puts request_token.authorize_url
$stdout.flush

answer = URI.decode_www_form(URI.parse($stdin.gets.strip).query).to_h
access_token = request_token.get_access_token(oauth_verifier: answer.fetch('oauth_verifier'))
user = access_token.get('/a/feeds/example.com/user/2.0/liz', 'GData-Version' => '2.0')
puts "#{user.code} #{user['Content-Type']}"
puts user.body
