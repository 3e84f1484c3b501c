"""Somebody else's reading of calendar files: what icalendar finds in one, as JSON.

    python icalendar_oracle.py < council.ics
"""

import json
import sys
from datetime import timezone

import icalendar


def in_utc(time):
    return time.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def text(component, name):
    return str(component[name]) if name in component else None


def alarm(component):
    before = -component["TRIGGER"].dt.total_seconds()
    return [int(before), str(component["ACTION"]), str(component["DESCRIPTION"])]


def event(component):
    organiser = component["ORGANIZER"]
    start = component["DTSTART"]
    return {
        "uid": text(component, "UID"),
        "sequence": int(component["SEQUENCE"]),
        "stamp": in_utc(component["DTSTAMP"].dt),
        "modified": in_utc(component["LAST-MODIFIED"].dt),
        "zone": start.params["TZID"],
        "wall": start.dt.strftime("%Y-%m-%dT%H:%M:%S"),
        "start": in_utc(start.dt),
        "end": in_utc(component["DTEND"].dt),
        "title": text(component, "SUMMARY"),
        "details": text(component, "DESCRIPTION"),
        "place": text(component, "LOCATION"),
        "page": text(component, "URL"),
        "status": text(component, "STATUS"),
        "category": [str(word) for word in component["CATEGORIES"].cats],
        "organiser": [organiser.params["CN"], str(organiser)],
        "alarms": [alarm(inner) for inner in component.walk("VALARM")],
    }


def calendar(component):
    refresh = component.get("REFRESH-INTERVAL")
    return {
        "method": text(component, "METHOD"),
        "name": text(component, "NAME"),
        "refresh_seconds": refresh and int(refresh.dt.total_seconds()),
        "zones": [str(zone["TZID"]) for zone in component.walk("VTIMEZONE")],
        "errors": [str(error) for inner in component.walk() for error in inner.errors],
        "events": [event(inner) for inner in component.walk("VEVENT")],
    }


if __name__ == "__main__":
    read = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
    print(json.dumps(calendar(read)))
