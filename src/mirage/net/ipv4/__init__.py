"""The Internet Protocol, version 4 (RFC 791, RFC 1122)."""
