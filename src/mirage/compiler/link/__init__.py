"""Objects to an image: LLD with a linker script."""

from mirage.compiler.link.linker import LinkError, assemble, link_image
from mirage.compiler.link.native import native_objects, native_sources

__all__ = ["LinkError", "assemble", "link_image", "native_objects", "native_sources"]
