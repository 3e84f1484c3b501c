"""Somebody else's calendar: what chinesecalendar knows of every day of some years, as JSON.

    python chinesecalendar_oracle.py 2025 2026
"""

import json
import sys
from datetime import date, timedelta

import chinese_calendar


def told(day):
    _, holiday = chinese_calendar.get_holiday_detail(day)
    name = chinese_calendar.Holiday(holiday).chinese if holiday else None
    return [chinese_calendar.is_workday(day), name]


def days(year):
    day = date(year, 1, 1)
    while day.year == year:
        yield day
        day += timedelta(days=1)


if __name__ == "__main__":
    years = map(int, sys.argv[1:])
    print(json.dumps({str(day): told(day) for year in years for day in days(year)}))
