"""Constants of library classes, read through variables that hold the classes."""

from datetime import date, datetime, time, timedelta
from typing import Any


class T:
    theclass = date

    def go(self) -> None:
        print(self.theclass.min, self.theclass.max, self.theclass.resolution)
        for i in (self.theclass.min, self.theclass.max):
            print(i)


class T2(T):
    theclass = datetime


T().go()
T2().go()
for c in (date, datetime):
    print(c.min)
x: Any = timedelta
print(x.max)
for k in [date, time, timedelta]:
    a: Any = k
    print(a.min)
