"""Power cuts, simulated: what the disk may hold when the power goes at any moment."""
