"""Show what was found: for the terminal, the browser and the notebook."""
