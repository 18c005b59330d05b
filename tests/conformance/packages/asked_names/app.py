"""`getattr(module, "name", default)` and `hasattr(module, "name")` of the application's modules."""

import settings

print(getattr(settings, "HOST", "nowhere"), getattr(settings, "PORT"), getattr(settings, "DEBUG", False))
print(hasattr(settings, "HOST"), hasattr(settings, "DEBUG"), hasattr(settings, "connect"))
connect = getattr(settings, "connect", None)
if connect is not None:
    print(connect(), connect("example"))
pool = getattr(settings, "Pool")(7)
print(pool.size, settings.Pool.size)
retries = getattr(settings, "RETRIES", 3) + 1
print(retries)
