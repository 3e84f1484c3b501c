// Somebody else's reading of calendar files: what ical.js finds in one, as JSON.
//
//     node ical_js_oracle.mjs < council.ics
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const text = (component, name) => component.getFirstPropertyValue(name);
const inUtc = (time) => time.convertToZone(ICAL.Timezone.utcTimezone).toString();

function alarm(component) {
  const before = -text(component, "trigger").toSeconds();
  return [before, text(component, "action"), text(component, "description")];
}

function event(component) {
  const organiser = component.getFirstProperty("organizer");
  const start = component.getFirstProperty("dtstart");
  return {
    uid: text(component, "uid"),
    sequence: text(component, "sequence"),
    stamp: inUtc(text(component, "dtstamp")),
    modified: inUtc(text(component, "last-modified")),
    zone: start.getParameter("tzid"),
    wall: start.getFirstValue().toString(),
    start: inUtc(start.getFirstValue()),
    end: inUtc(text(component, "dtend")),
    title: text(component, "summary"),
    details: text(component, "description"),
    place: text(component, "location"),
    page: text(component, "url"),
    status: text(component, "status"),
    category: component.getFirstProperty("categories").getValues(),
    organiser: [organiser.getParameter("cn"), organiser.getFirstValue()],
    alarms: component.getAllSubcomponents("valarm").map(alarm),
  };
}

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
const zones = calendar.getAllSubcomponents("vtimezone");
zones.forEach((zone) => ICAL.TimezoneService.register(zone));
const refresh = text(calendar, "refresh-interval");

console.log(
  JSON.stringify({
    method: text(calendar, "method"),
    name: text(calendar, "name"),
    refresh_seconds: refresh && ICAL.Duration.fromString(String(refresh)).toSeconds(),
    zones: zones.map((zone) => text(zone, "tzid")),
    // ical.js throws at the first error it finds.
    errors: [],
    events: calendar.getAllSubcomponents("vevent").map(event),
  }),
);
