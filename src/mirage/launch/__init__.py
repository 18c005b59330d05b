"""Run a finished program where the user asked for it; each runner passes the exit code on."""
