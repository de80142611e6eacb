"""What a learning platform does in LTI 1.1, with oauthlib as Debian ships it: signs a launch form, sends it twice and once with another course,
then reports a result as XML whose hash is signed, and once with other bytes. Prints status and body of each."""
import os
from urllib.parse import parse_qsl, urlencode

import requests
from oauthlib.oauth1 import Client, SIGNATURE_HMAC_SHA256, SIGNATURE_TYPE_BODY

origin = os.environ["ORIGIN"]
key, secret = os.environ["LTI_KEY"], os.environ["LTI_SECRET"]
http = requests.Session()
http.trust_env = False


def say(answer):
    print(answer.status_code, " ".join(answer.text.split()), flush=True)


def launch(**options):
    form = {
        "lti_message_type": "basic-lti-launch-request",
        "lti_version": "LTI-1p0",
        "resource_link_id": "week-1",
        "resource_link_title": "Grammar & spelling",
        "lis_person_name_full": "Anna <Müller>",
        "oauth_callback": "about:blank",
    }
    signer = Client(key, client_secret=secret, signature_type=SIGNATURE_TYPE_BODY, **options)
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    url, headers, body = signer.sign(origin + "/launch", "POST", urlencode(form), headers)
    return url, headers, body


url, headers, body = launch()
say(http.post(url, data=body, headers=headers))
say(http.post(url, data=body, headers=headers))
url, headers, body = launch(signature_method=SIGNATURE_HMAC_SHA256)
say(http.post(url, data=body, headers=headers))
url, headers, body = launch()
changed = [(name, "week-2" if name == "resource_link_id" else value) for name, value in parse_qsl(body)]
say(http.post(url, data=urlencode(changed), headers=headers))

report = "<imsx_POXEnvelopeRequest><score>0.92</score></imsx_POXEnvelopeRequest>"
for sent in (report, report.replace("0.92", "1.00")):
    signer = Client(key, client_secret=secret)
    url, headers, body = signer.sign(origin + "/outcomes", "POST", report, {"Content-Type": "application/xml"})
    say(http.post(url, data=sent, headers=headers))
