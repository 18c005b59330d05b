"""The client side of the Dynamic Host Configuration Protocol (RFC 2131)."""
