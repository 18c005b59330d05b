"""Which interfaces `mirage run` gives a machine: the command line's, else the configuration's."""

from __future__ import annotations

import pytest

from mirage.cli.run import _networks
from mirage.cli.wanted import network_options
from mirage.config import Network

CONFIGURED = (Network("10.0.0.2/24", "10.0.0.1", "xenbr0"), Network(bridge="xenbr1"))


def test_what_is_configured_stays() -> None:
    assert _networks(CONFIGURED, (), None, ()) == CONFIGURED
    assert network_options(CONFIGURED) == ["--ipv4=10.0.0.2/24", "--ipv4-gateway=10.0.0.1"]


def test_addresses_replace_it_and_bridges_stay() -> None:
    found = _networks(CONFIGURED, ("dhcp", "10.9.0.2/16"), "10.9.0.1", ())
    assert found == (Network(bridge="xenbr0"), Network("10.9.0.2/16", "10.9.0.1", "xenbr1"))
    assert network_options(found) == ["--ipv4.1=10.9.0.2/16", "--ipv4-gateway.1=10.9.0.1"]


def test_a_gateway_belongs_to_the_network_it_is_in_else_to_the_first() -> None:
    addresses = ("10.0.0.2/24", "10.9.0.2/24")
    assert [n.gateway for n in _networks((Network(),), addresses, "10.9.0.7", ())] == [None, "10.9.0.7"]
    assert [n.gateway for n in _networks((Network(),), addresses, "10.8.0.7", ())] == ["10.8.0.7", None]
    with pytest.raises(ValueError, match="needs --ipv4"):
        _networks(CONFIGURED, (), "10.0.0.1", ())


def test_devices_make_interfaces() -> None:
    assert _networks((Network(),), (), None, ("tap0", "tap1", "tap2")) == (Network(), Network(), Network())
    with pytest.raises(ValueError, match="names 1 of 2 interfaces: write NAME,NAME"):
        _networks(CONFIGURED, (), None, ("tap0",))
