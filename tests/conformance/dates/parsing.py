"""datetime.strptime: every directive, backtracking, space, case, errors."""

from datetime import datetime

cases = [
    ("2024-02-29", "%Y-%m-%d"), ("29/02/24 13:05:09", "%d/%m/%y %H:%M:%S"), ("Feb 29 2024 1:05 PM", "%b %d %Y %I:%M %p"),
    ("february 3, 1999", "%B %d, %Y"), ("Thursday 29 Feb 2024", "%A %d %b %Y"), ("thu 29 feb 2024", "%a %d %b %Y"),
    ("12:00 AM", "%I:%M %p"), ("12:00 pm", "%I:%M %p"), ("2024 060", "%Y %j"), ("2024 60", "%Y %j"), ("111", "%d%m"),
    ("1112", "%d%m"), ("20240229", "%Y%m%d"), ("2024229", "%Y%m%d"), ("10:30 +0530", "%H:%M %z"), ("10:30 -05:30", "%H:%M %z"),
    ("10:30 Z", "%H:%M %z"), ("10:30 +053015.5", "%H:%M %z"), ("10:30 +05:30:15", "%H:%M %z"), ("10:30 UTC", "%H:%M %Z"), ("10:30 gmt +0000", "%H:%M %Z %z"),
    ("10:30:15.5", "%H:%M:%S.%f"), ("10:30:15.123456", "%H:%M:%S.%f"), ("00:00:61", "%H:%M:%S"), ("2024 10 1", "%G %V %u"),
    ("2024 10 Mon", "%G %V %a"), ("2020 53 7", "%G %V %u"), ("2024 5 3", "%Y %U %w"), ("2024 5 3", "%Y %W %w"), ("2024 0 0", "%Y %U %w"), ("2024 00 1", "%Y %W %u"),
    ("2024   02\t29", "%Y %m %d"), ("  2024", " %Y"), ("100%", "%j%%"), ("Thu Feb 29 13:05:09 2024", "%c"), ("02/29/24", "%x"), ("13:05:09", "%X"),
    ("68", "%y"), ("69", "%y"), ("31 4", "%d %m"), ("29 2", "%d %m"), ("30 2", "%d %m"), ("2023 366", "%Y %j"), (" 5", "%d"), ("5", "%m"), ("2024-1-1x", "%Y-%m-%d"),
    ("x", "%Y"), ("2024", "%Q"), ("2024", "%Y%"), ("2024 60 1", "%Y %U %w"), ("2024 10 1", "%Y %V %u"), ("10 1", "%V %u"), ("10", "%V"), ("2024 10", "%G %V"),
    ("2024 100", "%G %j"), ("2021 53 1", "%G %V %u"), ("24:00", "%H:%M"), ("12:60", "%H:%M"), ("13 PM", "%I %p"), ("", "%Y"), ("", ""), ("a", ""), ("MAY 7", "%B %d"),
    ("10:30 +2500", "%H:%M %z"), ("10:30 +05:3015", "%H:%M %z"), ("2024.02.29", "%Y.%m.%d"), ("[2024]", "[%Y]"), ("09may2024", "%d%b%Y"), ("2024-W10", "%G-W%V"),
]  # fmt: skip
for text, format in cases:
    try:
        print(repr(text), repr(format), repr(datetime.strptime(text, format)))
    except ValueError as error:
        print(repr(text), repr(format), "ValueError", error)

log = """2024-03-01 10:00:00,120 INFO started
2024-03-01 10:00:03,500 WARNING slow
2024-03-01 10:01:07,002 ERROR gone"""
previous = None
for line in log.splitlines():
    stamp, level, message = line[:23], *line[24:].split(" ", 1)
    moment = datetime.strptime(stamp, "%Y-%m-%d %H:%M:%S,%f")
    print(level, message, moment, moment - previous if previous is not None else None)
    previous = moment
for moment in (datetime(2024, 2, 29, 13, 5, 9), datetime(999, 7, 4), datetime(1987, 12, 31, 23, 59, 59)):
    for format in ("%Y-%m-%d %H:%M:%S", "%d %B %Y", "%a, %d %b %Y", "%j %Y", "%G-W%V-%u", "%Y %U %w", "%I:%M:%S %p %d/%m/%Y"):
        text = moment.strftime(format)
        try:
            print(text, datetime.strptime(text, format))
        except ValueError as error:
            print(text, error)
