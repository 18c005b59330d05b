"""The User Datagram Protocol (RFC 768)."""
