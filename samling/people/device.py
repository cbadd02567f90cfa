"""A few words by which a person recognises her own browser in a list; never the whole fingerprint of it."""

BROWSERS = {
    "Edg": "Edge",
    "OPR": "Opera",
    "SamsungBrowser": "Samsung",
    "Firefox": "Firefox",
    "Chrome": "Chrome",
    "Safari": "Safari",
}
SYSTEMS = {
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Android": "Android",
    "Windows": "Windows",
    "CrOS": "Chromebook",
    "Mac OS": "Mac",
    "Linux": "Linux",
}


def device(request):
    """ "Firefox, Windows", as far as the browser says; an empty text when it says nothing known."""
    said = request.headers.get("User-Agent", "")
    found = (next((signs[sign] for sign in signs if sign in said), "") for signs in (BROWSERS, SYSTEMS))
    return ", ".join(filter(None, found))
