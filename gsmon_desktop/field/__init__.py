"""Field work: how far the planned sample is done."""
