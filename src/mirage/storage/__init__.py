"""Keeping data: block devices (`block`)."""
