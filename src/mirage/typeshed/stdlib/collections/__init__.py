"""Container types."""
