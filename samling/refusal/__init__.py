"""*Avslagsbeslut*: what was not given is decided in writing: by which paragraph, why, and how one appeals."""
