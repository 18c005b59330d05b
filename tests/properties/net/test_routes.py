"""Routes among several interfaces, against the rule written down as a sort."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mirage.net.addresses import is_multicast, mask_of
from mirage.net.link import Link, Links
from mirage.net.statistics import Statistics

# Few bits differ, so that networks overlap.
ADDRESSES = st.sampled_from([0x0A000000, 0x0A010000, 0x0A010100, 0xC0A80000]).flatmap(
    lambda base: st.integers(1, 4).map(lambda low: base + low)
)
INTERFACES = st.lists(
    st.tuples(st.one_of(st.just(0), ADDRESSES), st.sampled_from([8, 16, 24, 30, 32]), st.booleans()),
    min_size=1,
    max_size=4,
)
DESTINATIONS = st.one_of(ADDRESSES, st.sampled_from([0xFFFFFFFF, 0xE0000001, 0x08080808]))


@given(INTERFACES, DESTINATIONS, st.one_of(st.just(0), ADDRESSES))
def test_the_route_is_the_best_interface(
    interfaces: list[tuple[int, int, bool]], destination: int, source: int
) -> None:
    made: list[Link] = []
    for number, (address, prefix, has_gateway) in enumerate(interfaces):
        link = Link(0x020000000000 + number, None, Statistics())
        gateway = address ^ 1 if has_gateway else 0
        link.configure(address, prefix, gateway)
        made.append(link)
    links = Links(made[0])
    for link in made[1:]:
        links.add(link)

    def order(link: Link) -> tuple[int, bool, int]:
        """Best first: the prefix of its network, else whether it leads there at all; ours; the place."""
        interface = link.interface
        mask = mask_of(interface.prefix)
        suits = -1
        if interface.address == 0:
            suits = -2
        elif destination & mask == interface.address & mask:
            suits = interface.prefix
        elif interface.gateway == 0 and destination != 0xFFFFFFFF and not is_multicast(destination):
            suits = -2
        return -suits, interface.address != source, made.index(link)

    best = min(made, key=order)
    found = links.route(destination, source)
    if order(best)[0] == 2:  # none leads there
        assert found is made[0] and found.interface.next_hop(destination) < 0
    else:
        assert found is best
    own = {link.interface.address for link in made} - {0}
    assert links.has(destination) == (destination in own) and not links.has(0)
    assert links.is_own(0x7F000005)
    chosen = links.source_for(destination)
    assert chosen in own | {0} and (destination not in own or chosen == destination)
