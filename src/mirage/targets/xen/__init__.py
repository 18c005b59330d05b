"""A PVH guest of Xen."""
