"""What virtual machines started by PVH share: entry, memory, traps, sockets over our own stack."""
