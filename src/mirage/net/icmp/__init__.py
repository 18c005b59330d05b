"""The Internet Control Message Protocol (RFC 792)."""
