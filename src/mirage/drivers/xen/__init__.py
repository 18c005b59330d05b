"""Xen's interfaces for guests: hypercalls, events, time, grants, the store, and the devices above them."""
