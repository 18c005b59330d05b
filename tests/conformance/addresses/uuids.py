"""uuid: every form of a UUID, the five versions, order, errors."""

import uuid
from collections.abc import Callable
from uuid import UUID

for text in ("12345678-1234-5678-1234-567812345678", "{12345678-1234-5678-1234-567812345678}", "urn:uuid:6ba7b811-9dad-11d1-80b4-00c04fd430c8", "00000000000000000000000000000000", "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF", "c232ab00-9414-11ec-b3c8-9e6bdeced846"):
    u = UUID(text)
    print(repr(u), str(u), u.hex, u.urn, u.int, int(u), u.variant, u.version, u.is_safe)
    print("  ", u.bytes, u.bytes_le, u.fields, u.time_low, u.time_mid, u.time_hi_version, u.clock_seq_hi_variant, u.clock_seq_low, u.node, u.time, u.clock_seq)
    print("  ", UUID(bytes=u.bytes) == u, UUID(bytes_le=u.bytes_le) == u, UUID(fields=u.fields) == u, UUID(int=u.int) == u, hash(u) == hash(UUID(text)), hash(u) == hash(u.int))
for version in range(1, 6):
    print(UUID(int=2**128 - 1, version=version), UUID("0" * 32, version=version).version)
print(uuid.uuid3(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid5(uuid.NAMESPACE_URL, "https://example.org/é"))
print(uuid.NAMESPACE_DNS, uuid.NAMESPACE_URL, uuid.NAMESPACE_OID, uuid.NAMESPACE_X500, uuid.RFC_4122)
a, b = uuid.uuid4(), uuid.uuid4()
print(a.version, a.variant, a != b, len(str(a)), UUID(str(a)) == a)
one, two = uuid.uuid1(), uuid.uuid1()
print(one.version, one != two, one.time < two.time, uuid.uuid1(node=5, clock_seq=77).node, uuid.uuid1(5, 77).clock_seq, one.node == two.node)
ordered = sorted([UUID(int=3), UUID(int=1), UUID(int=2**127)])
print(ordered, ordered[0] < ordered[1], ordered[0] >= ordered[1], ordered[0] == "x", {UUID(int=1): "one"}[ordered[0]])


def attempt(work: Callable[[], object]) -> None:
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: UUID())
attempt(lambda: UUID("12", int=5))
attempt(lambda: UUID("12345"))
attempt(lambda: UUID(bytes=b"short"))
attempt(lambda: UUID(bytes_le=b"short"))
attempt(lambda: UUID(int=-1))
attempt(lambda: UUID(int=2**128))
attempt(lambda: UUID(int=1, version=9))
attempt(lambda: UUID(fields=(2**32, 0, 0, 0, 0, 0)))
attempt(lambda: UUID(fields=(0, 0, 2**16, 0, 0, 0)))
attempt(lambda: UUID(fields=(0, 0, 0, 256, 0, 0)))
attempt(lambda: UUID(fields=(0, 0, 0, 0, 0, 2**48)))
attempt(lambda: UUID("g" * 32))
