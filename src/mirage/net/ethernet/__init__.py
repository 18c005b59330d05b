"""Ethernet II frames (IEEE 802.3, RFC 894)."""
