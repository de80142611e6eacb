"""Python's oauthlib beside its own HMAC over the same base string: oauthlib.py SECONDS"""
import hmac
import json
import sys
import time

sys.path = [path for path in sys.path if not path.endswith('/peers')]       # this file has the name of the package
from oauthlib.oauth1 import Client  # noqa: E402

URL = ('http://api.example.com/feeds/default/private/full?max-results=25&orderby=starttime&q=hello%20world'
       '&start-min=2026-11-24T00%3A00%3A00Z&alt=json&v=2')
KEY = b'kd94hf93k423kf44&pfkkdhi9sl3r4s00'
BASE = b'x' * 425
client = Client('consumer.example.com', client_secret='kd94hf93k423kf44', resource_owner_key='1/AbC-dEfGhIjKlMnOpQrStUvWxYz',
                resource_owner_secret='pfkkdhi9sl3r4s00')
seconds = float(sys.argv[1])


def per_second(action):
    began, count = time.perf_counter(), 0
    while time.perf_counter() - began < seconds:
        for _ in range(64):
            action()
        count += 64
    return count / (time.perf_counter() - began)


per_second(lambda: client.sign(URL))
print(json.dumps({'sign': per_second(lambda: client.sign(URL)), 'limit': per_second(lambda: hmac.digest(KEY, BASE, 'sha1'))}))
