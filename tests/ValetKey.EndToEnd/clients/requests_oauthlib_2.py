"""The web flow of OAuth 2.0 with requests_oauthlib as Debian ships it: prints the address that a person must open, reads the address
that the person was sent back to, exchanges the code, reads the calendar list, refreshes, and reads it once more."""
import os
import sys

from requests_oauthlib import OAuth2Session

origin = os.environ["ORIGIN"]
client_id, client_secret = os.environ["CLIENT_ID"], os.environ["CLIENT_SECRET"]
token_url = origin + "/o/oauth2/token"

session = OAuth2Session(client_id, redirect_uri=os.environ["REDIRECT_URI"], scope=os.environ["SCOPE"].split())
url, _ = session.authorization_url(origin + "/o/oauth2/auth", access_type="offline", approval_prompt="force")
print(url, flush=True)

session.fetch_token(token_url, client_secret=client_secret, authorization_response=sys.stdin.readline().strip())


def read_calendars():
    feed = session.get(origin + "/calendar/feeds/default/allcalendars/full", headers={"GData-Version": "2.0"})
    print(feed.status_code, feed.headers["Content-Type"], flush=True)
    print(feed.text.replace("\n", " "), flush=True)


read_calendars()
first = session.access_token
session.refresh_token(token_url, client_id=client_id, client_secret=client_secret)
print("refreshed" if session.access_token != first else "the same token again", flush=True)
read_calendars()
