"""The Address Resolution Protocol (RFC 826)."""
