"""Objects to an image: LLD with a linker script."""

from mirage.compiler.link.linker import LinkError, assemble, link_image

__all__ = ["LinkError", "assemble", "link_image"]
