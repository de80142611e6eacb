"""The three-legged dance of OAuth 1.0a with requests_oauthlib as Debian ships it: prints the address that a person must open,
reads the address that the person was sent back to (or the verifier), then reads a user and prints what came."""
import os
import sys
from urllib.parse import urlencode

from requests_oauthlib import OAuth1Session

origin = os.environ["ORIGIN"]
callback = os.environ["CALLBACK"]
key_file = os.environ.get("RSA_KEY_FILE")

session = OAuth1Session(
    os.environ["CONSUMER_KEY"],
    client_secret=os.environ.get("CONSUMER_SECRET"),
    signature_method=os.environ["SIGNATURE_METHOD"],
    rsa_key=open(key_file).read() if key_file else None,
    callback_uri=callback,
)
session.fetch_request_token(origin + "/accounts/OAuthGetRequestToken?" + urlencode({"scope": os.environ["SCOPE"]}))
print(session.authorization_url(origin + "/accounts/OAuthAuthorizeToken"), flush=True)

answer = sys.stdin.readline().strip()
if callback == "oob":
    session.fetch_access_token(origin + "/accounts/OAuthGetAccessToken", verifier=answer)
else:
    session.parse_authorization_response(answer)
    session.fetch_access_token(origin + "/accounts/OAuthGetAccessToken")

user = session.get(origin + "/a/feeds/example.com/user/2.0/liz", headers={"GData-Version": "2.0"})
print(user.status_code, user.headers["Content-Type"], flush=True)
print(user.text, flush=True)
