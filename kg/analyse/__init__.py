"""Questions to the network of who did what with whom: one question a module."""
