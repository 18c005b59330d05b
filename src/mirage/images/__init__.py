"""Finished images on the developer's computer: where they are kept and what is in them."""
