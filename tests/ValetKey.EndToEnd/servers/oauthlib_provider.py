"""An OAuth 1.0 provider made of Debian's oauthlib: prints its origin, then serves until it is ended.

/initiate, /authorize (says yes, or no with decision=deny) and /token are the three endpoints; all else is protected and answers with what was called.
"""
import os
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

from oauthlib.oauth1 import OAuth1Error, RequestValidator, WebApplicationServer

KEY, SECRET = os.environ['CONSUMER_KEY'], os.environ['CONSUMER_SECRET']
PUBLIC_KEY = open(os.environ['RSA_PUBLIC_KEY_FILE'], encoding='ascii').read()


class Validator(RequestValidator):
    """Keeps everything in memory."""

    enforce_ssl = False
    dummy_client = dummy_request_token = dummy_access_token = 'nobody'

    def __init__(self):
        super().__init__()
        self.request_tokens, self.access_tokens, self.nonces = {}, {}, set()

    # Lengths and characters are this server's affair, not the client's.
    check_client_key = check_request_token = check_access_token = check_nonce = check_verifier = lambda self, text: bool(text)

    def validate_client_key(self, client_key, request):
        return client_key == KEY

    def get_client_secret(self, client_key, request):
        return SECRET

    def get_rsa_key(self, client_key, request):
        return PUBLIC_KEY

    def get_default_realms(self, client_key, request):
        return []

    def get_realms(self, token, request):
        return []

    def validate_requested_realms(self, client_key, realms, request):
        return True

    def validate_realms(self, client_key, token, request, uri=None, realms=None):
        return True

    def verify_realms(self, token, realms, request):
        return True

    def validate_redirect_uri(self, client_key, redirect_uri, request):
        return True

    def validate_timestamp_and_nonce(self, client_key, timestamp, nonce, request, request_token=None, access_token=None):
        used = (client_key, timestamp, nonce, request_token, access_token)
        fresh = used not in self.nonces
        self.nonces.add(used)
        return fresh

    def save_request_token(self, token, request):
        self.request_tokens[token['oauth_token']] = {'secret': token['oauth_token_secret'], 'callback': request.redirect_uri}

    def verify_request_token(self, token, request):
        return token in self.request_tokens

    def validate_request_token(self, client_key, token, request):
        return token in self.request_tokens

    def get_request_token_secret(self, client_key, token, request):
        return self.request_tokens.get(token, {}).get('secret', 'nothing')

    def get_redirect_uri(self, token, request):
        return self.request_tokens[token]['callback']

    def save_verifier(self, token, verifier, request):
        self.request_tokens[token]['verifier'] = verifier['oauth_verifier']

    def validate_verifier(self, client_key, token, verifier, request):
        return self.request_tokens.get(token, {}).get('verifier') == verifier

    def save_access_token(self, token, request):
        self.access_tokens[token['oauth_token']] = token['oauth_token_secret']

    def invalidate_request_token(self, client_key, request_token, request):
        self.request_tokens.pop(request_token)

    def validate_access_token(self, client_key, token, request):
        return token in self.access_tokens

    def get_access_token_secret(self, client_key, token, request):
        return self.access_tokens.get(token, 'nothing')


SERVER = WebApplicationServer(Validator())


class Handler(BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def answer(self):
        body = self.rfile.read(int(self.headers.get('Content-Length', 0))).decode()
        uri = f'http://{self.headers["Host"]}{self.path}'
        request = (uri, self.command, body, dict(self.headers))
        try:
            path, query = urlsplit(uri).path, parse_qs(urlsplit(uri).query)
            if path == '/initiate':
                self.send(*SERVER.create_request_token_response(*request))
            elif path == '/authorize' and query.get('decision') == ['deny']:
                callback = SERVER.request_validator.request_tokens[query['oauth_token'][0]]['callback']
                self.send({'Location': f'{callback}?{urlencode({"denied": query["oauth_token"][0]})}'}, '', 302)
            elif path == '/authorize':
                self.send(*SERVER.create_authorization_response(*request))
            elif path == '/token':
                self.send(*SERVER.create_access_token_response(*request))
            else:
                valid, seen = SERVER.validate_protected_resource_request(*request)
                own = [name for name, _ in seen.params or [] if not name.startswith('oauth_')]
                self.send({}, f'{self.command} {len(own) if valid else "refused"}', 200 if valid else 401)
        except OAuth1Error as refused:
            self.send({}, refused.urlencoded, refused.status_code)

    do_GET = do_POST = do_PUT = do_DELETE = answer

    def send(self, headers, body, status):
        content = (body or '').encode()
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header('Content-Length', str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format, *args):
        print(format % args, file=sys.stderr)


with ThreadingHTTPServer(('127.0.0.1', 0), Handler) as server:
    print(f'http://127.0.0.1:{server.server_port}/', flush=True)
    server.serve_forever()
