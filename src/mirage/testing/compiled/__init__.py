"""What compiled tests may import in place of pytest; `mirage test -t linux` puts it beside them."""
